//! What a stream holds, decoded: Flate and its predictors, never more than is asked for.

use super::object::{Dict, Object};
use miniz_oxide::inflate::{DecompressError, TINFLStatus, decompress_to_vec_zlib_with_limit};

/// Why a stream is not decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Undecoded {
    /// More comes out than is asked for.
    TooLarge,
    /// By a filter that no form's answers need, or damaged.
    Unknown,
}

/// Decodes to `most` bytes at most.
pub(super) fn decode(dict: &Dict, bytes: Vec<u8>, most: usize) -> Result<Vec<u8>, Undecoded> {
    let only = |name: &str| match dict.get(name) {
        Object::Array(all) if all.len() == 1 => all[0].clone(),
        one => one.clone(),
    };
    let out = match only("Filter") {
        Object::Null => bytes,
        Object::Array(all) if all.is_empty() => bytes,
        name if name.is_name("FlateDecode") || name.is_name("Fl") => {
            let inflated = inflate(&bytes, most)?;
            match only("DecodeParms").dict() {
                Some(parameters) => predicted(parameters, inflated).ok_or(Undecoded::Unknown)?,
                None => inflated,
            }
        }
        _ => return Err(Undecoded::Unknown),
    };
    if out.len() > most {
        return Err(Undecoded::TooLarge);
    }
    Ok(out)
}

/// What is broken off counts as far as it goes.
fn inflate(bytes: &[u8], most: usize) -> Result<Vec<u8>, Undecoded> {
    match decompress_to_vec_zlib_with_limit(bytes, most) {
        Ok(out) => Ok(out),
        Err(DecompressError {
            status: TINFLStatus::HasMoreOutput,
            ..
        }) => Err(Undecoded::TooLarge),
        Err(DecompressError { output, .. }) if output.is_empty() => Err(Undecoded::Unknown),
        Err(DecompressError { output, .. }) => Ok(output),
    }
}

/// Undoes the predictors of PNG.
fn predicted(parameters: &Dict, bytes: Vec<u8>) -> Option<Vec<u8>> {
    let of = |name: &str, without: usize| parameters.get(name).count().unwrap_or(without);
    match of("Predictor", 1) {
        1 => return Some(bytes),
        10..=15 => {}
        _ => return None,
    }
    let bits = of("Colors", 1).checked_mul(of("BitsPerComponent", 8))?;
    let pixel = bits.div_ceil(8).max(1);
    let row = of("Columns", 1).checked_mul(bits)?.div_ceil(8);
    if row == 0 || row > bytes.len() {
        return None;
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut above = vec![0_u8; row];
    for line in bytes.chunks(row + 1) {
        let (&filter, line) = line.split_first()?;
        let mut own = vec![0_u8; row];
        for (at, &byte) in line.iter().enumerate() {
            let left = at.checked_sub(pixel);
            let corner = left.map_or(0, |at| above[at]);
            let left = left.map_or(0, |at| own[at]);
            let up = above[at];
            let guess = match filter {
                1 => left,
                2 => up,
                3 => left.midpoint(up),
                4 => paeth(left, up, corner),
                _ => 0,
            };
            own[at] = byte.wrapping_add(guess);
        }
        out.extend_from_slice(&own[..line.len()]);
        above = own;
    }
    Some(out)
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let [one, other, both] = [left, up, corner].map(i16::from);
    let guess = one + other - both;
    let [one, other, both] = [one, other, both].map(|byte| (guess - byte).abs());
    if one <= other && one <= both {
        left
    } else if other <= both {
        up
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::object::{Dict, Object},
        predicted,
    };

    #[track_caller]
    fn check(bytes: &[u8], expected: Option<&[u8]>) {
        let parameters = Dict(vec![
            (b"Predictor".to_vec(), Object::Integer(12)),
            (b"Columns".to_vec(), Object::Integer(3)),
        ]);
        assert_eq!(predicted(&parameters, bytes.to_vec()).as_deref(), expected);
    }

    #[test]
    fn each_predictor() {
        check(&[0, 1, 2, 3], Some(&[1, 2, 3]));
        check(&[1, 1, 2, 3], Some(&[1, 3, 6]));
        check(&[0, 1, 2, 3, 2, 1, 1, 1], Some(&[1, 2, 3, 2, 3, 4]));
        check(&[0, 2, 4, 6, 3, 1, 1, 1], Some(&[2, 4, 6, 2, 4, 6]));
        check(&[0, 2, 4, 6, 4, 1, 1, 1], Some(&[2, 4, 6, 3, 5, 7]));
        // The last row is broken off.
        check(&[0, 1, 2, 3, 2, 1], Some(&[1, 2, 3, 2]));
        check(&[0], None);
    }
}

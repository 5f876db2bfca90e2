//! Base64 (RFC 4648).

/// Puts in place of base64 the bytes that it stands for, up to a byte 0.
pub fn from_base64(text: &mut [u8]) {
    let mut to = 0;
    for from in (0..text.len()).step_by(4) {
        let mut bits = 0;
        for at in from..from + 4 {
            match text.get(at) {
                None | Some(0) if at == from => return,
                byte => bits = bits << 6 | byte.map_or(0, |byte| digit(*byte)),
            }
        }
        for shift in [16, 8, 0] {
            if let Some(place) = text.get_mut(to) {
                *place = (bits >> shift).to_le_bytes()[0];
            }
            to += 1;
        }
    }
}

fn digit(byte: u8) -> u32 {
    u32::from(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => 0,
    })
}

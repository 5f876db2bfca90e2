//! Decryption with the empty password, as official forms have it: the standard handler of ISO 32000
//! (RC4, AES-128, AES-256).

use super::object::{Dict, Id, Object};
use aes::cipher::{Block, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use md5::Md5;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// What stands in for the letters that a password of fewer than 32 lacks.
const PAD: [u8; 32] = [
    0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08,
    0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    None,
    Rc4,
    Aes128,
    Aes256,
}

/// How a file's strings and streams are decrypted.
pub(super) struct Crypt {
    key: Vec<u8>,
    strings: Method,
    streams: Method,
    /// Whether what programs are told about the file is encrypted, too.
    pub(super) metadata: bool,
}

impl Crypt {
    /// For this encryption dictionary, whose values are all direct, and the file's first id; `None`
    /// if the empty password does not open it.
    pub(super) fn open(dict: &Dict, id: &[u8]) -> Option<Self> {
        let version = dict.get("V").integer()?;
        let revision = dict.get("R").integer()?;
        dict.get("Filter").is_name("Standard").then_some(())?;
        let bits = dict.get("Length").count().unwrap_or(40);
        let (strings, streams) = match version {
            1..=3 => (Method::Rc4, Method::Rc4),
            4 | 5 => (method(dict, "StrF")?, method(dict, "StmF")?),
            _ => return None,
        };
        let length = match version {
            1 => 5,
            4 => 16,
            _ => (bits / 8).clamp(5, 16),
        };
        let key = match revision {
            2..=4 => old_key(dict, id, revision, length),
            5 | 6 => new_key(dict, revision),
            _ => None,
        }?;
        Some(Self {
            key,
            strings,
            streams,
            metadata: dict.get("EncryptMetadata").bool() != Some(false),
        })
    }

    pub(super) fn string(&self, bytes: &[u8], id: Id) -> Vec<u8> {
        self.decrypt(bytes, id, self.strings)
    }

    pub(super) fn stream(&self, bytes: &[u8], id: Id) -> Vec<u8> {
        self.decrypt(bytes, id, self.streams)
    }

    fn decrypt(&self, bytes: &[u8], (number, generation): Id, method: Method) -> Vec<u8> {
        if method == Method::None {
            return bytes.to_vec();
        }
        if method == Method::Aes256 {
            return cbc(&self.key, bytes);
        }
        let mut digest = Md5::new();
        digest.update(&self.key);
        digest.update(&number.to_le_bytes()[..3]);
        digest.update(generation.to_le_bytes());
        if method == Method::Aes128 {
            digest.update(b"sAlT");
        }
        let key = digest.finalize();
        let key = &key[..(self.key.len() + 5).min(16)];
        if method == Method::Aes128 {
            cbc(key, bytes)
        } else {
            let mut out = bytes.to_vec();
            rc4(key, &mut out);
            out
        }
    }
}

fn method(dict: &Dict, which: &str) -> Option<Method> {
    let Object::Name(filter) = dict.get(which) else {
        return Some(Method::None);
    };
    if filter == b"Identity" {
        return Some(Method::None);
    }
    let filter = std::str::from_utf8(filter).ok()?;
    let filters = dict.get("CF").dict()?;
    match filters.get(filter).dict()?.get("CFM").name()? {
        b"None" => Some(Method::None),
        b"V2" => Some(Method::Rc4),
        b"AESV2" => Some(Method::Aes128),
        b"AESV3" => Some(Method::Aes256),
        _ => None,
    }
}

/// Revisions 2 to 4: the key, if the empty password is the user's.
fn old_key(dict: &Dict, id: &[u8], revision: i64, length: usize) -> Option<Vec<u8>> {
    let owner = dict.get("O").string()?;
    let user = dict.get("U").string()?;
    // Written with a sign, or without.
    let permissions = u64::from_le_bytes(dict.get("P").integer()?.to_le_bytes());
    let mut digest = Md5::new();
    digest.update(PAD);
    digest.update(owner.get(..32)?);
    digest.update(&permissions.to_le_bytes()[..4]);
    digest.update(id);
    if revision >= 4 && dict.get("EncryptMetadata").bool() == Some(false) {
        digest.update([0xff; 4]);
    }
    let mut key = digest.finalize()[..length].to_vec();
    if revision >= 3 {
        for _ in 0..50 {
            key = Md5::digest(&key)[..length].to_vec();
        }
    }
    let same = if revision == 2 {
        let mut own = PAD;
        rc4(&key, &mut own);
        user.get(..32)? == own
    } else {
        let mut digest = Md5::new();
        digest.update(PAD);
        digest.update(id);
        let mut own = digest.finalize().to_vec();
        for round in 0..20_u8 {
            let key: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
            rc4(&key, &mut own);
        }
        user.get(..16)? == own
    };
    same.then_some(key)
}

/// Revisions 5 and 6.
fn new_key(dict: &Dict, revision: i64) -> Option<Vec<u8>> {
    let user = dict.get("U").string()?;
    let hash = |salt: &[u8]| {
        if revision == 5 {
            Sha256::digest(salt).to_vec()
        } else {
            hardened(salt)
        }
    };
    (hash(user.get(32..40)?) == user.get(..32)?).then_some(())?;
    let sealed = dict.get("UE").string()?.get(..32)?;
    Some(cbc_blocks(&hash(user.get(40..48)?), [0; 16], sealed))
}

/// The hash of revision 6 (ISO 32000-2, algorithm 2.B) of the empty password with this salt.
fn hardened(salt: &[u8]) -> Vec<u8> {
    let mut key = Sha256::digest(salt).to_vec();
    let mut round = 0_u32;
    loop {
        let mut text = key.repeat(64);
        let (Some(cipher), Some(start)) = (key.get(..16), key.get(16..32)) else {
            return key;
        };
        encrypt(cipher, start, &mut text);
        let rest: u32 = text.iter().take(16).map(|byte| u32::from(*byte)).sum();
        key = match rest % 3 {
            0 => Sha256::digest(&text).to_vec(),
            1 => Sha384::digest(&text).to_vec(),
            _ => Sha512::digest(&text).to_vec(),
        };
        round += 1;
        let last = text.last().copied().map_or(0, u32::from);
        if round >= 64 && last + 32 <= round {
            key.truncate(32);
            return key;
        }
    }
}

/// AES-128 in cipher block chaining, in place; only for [`hardened`].
fn encrypt(key: &[u8], start: &[u8], text: &mut [u8]) {
    let Ok(cipher) = aes::Aes128Enc::new_from_slice(key) else {
        return;
    };
    let mut before: Vec<u8> = start.to_vec();
    for block in text.as_chunks_mut::<16>().0 {
        for (byte, other) in block.iter_mut().zip(&before) {
            *byte ^= other;
        }
        let mut own: Block<aes::Aes128Enc> = (*block).into();
        cipher.encrypt_block(&mut own);
        block.copy_from_slice(&own);
        before.copy_from_slice(&own);
    }
}

/// What stands behind its first block, without the padding. Broken padding stays.
fn cbc(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let Some((start, sealed)) = bytes.split_first_chunk::<16>() else {
        return Vec::new();
    };
    let mut out = cbc_blocks(key, *start, sealed);
    if let Some(padding @ 1..=16) = out.last().copied() {
        out.truncate(out.len().saturating_sub(usize::from(padding)));
    }
    out
}

fn cbc_blocks(key: &[u8], start: [u8; 16], sealed: &[u8]) -> Vec<u8> {
    if let Ok(cipher) = aes::Aes256Dec::new_from_slice(key) {
        chained(&cipher, start, sealed)
    } else if let Ok(cipher) = aes::Aes128Dec::new_from_slice(key) {
        chained(&cipher, start, sealed)
    } else {
        Vec::new()
    }
}

fn chained<Cipher>(cipher: &Cipher, start: [u8; 16], sealed: &[u8]) -> Vec<u8>
where
    Cipher: BlockCipherDecrypt,
    Block<Cipher>: From<[u8; 16]>,
{
    let mut out = Vec::with_capacity(sealed.len());
    let mut before = start;
    for block in sealed.as_chunks::<16>().0 {
        let mut own: Block<Cipher> = (*block).into();
        cipher.decrypt_block(&mut own);
        out.extend(own.iter().zip(before).map(|(byte, other)| byte ^ other));
        before = *block;
    }
    out
}

fn rc4(key: &[u8], text: &mut [u8]) {
    let mut state: [u8; 256] = std::array::from_fn(|at| at.to_le_bytes()[0]);
    let mut other = 0_u8;
    for (at, key) in (0..=255_u8).zip(key.iter().cycle()) {
        other = other
            .wrapping_add(state[usize::from(at)])
            .wrapping_add(*key);
        state.swap(usize::from(at), usize::from(other));
    }
    let (mut one, mut other) = (0_u8, 0_u8);
    for byte in text {
        one = one.wrapping_add(1);
        other = other.wrapping_add(state[usize::from(one)]);
        state.swap(usize::from(one), usize::from(other));
        let place = state[usize::from(one)].wrapping_add(state[usize::from(other)]);
        *byte ^= state[usize::from(place)];
    }
}

#[cfg(test)]
mod tests {
    use super::rc4;

    #[track_caller]
    fn check(key: &[u8], text: &[u8], expected: &[u8]) {
        let mut own = text.to_vec();
        rc4(key, &mut own);
        assert_eq!(own, expected);
    }

    /// The examples of RC4's usual descriptions.
    #[test]
    fn rc4_as_published() {
        check(
            b"Key",
            b"Plaintext",
            &[0xbb, 0xf3, 0x16, 0xe8, 0xd9, 0x40, 0xaf, 0x0a, 0xd3],
        );
        check(b"Wiki", b"pedia", &[0x10, 0x21, 0xbf, 0x04, 0x20]);
    }
}

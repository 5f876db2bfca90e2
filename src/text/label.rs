//! The label in front of a value: `A#`, `Receipt Number:`, `N.º de recibo`.
//!
//! Only words that stand by themselves are taken for a label; `NO012345678` is a value.

use super::{
    Class, Span, character, class,
    letters::is_word,
    piece::{self, is_space},
    rest,
};
use crate::Kind;

/// Words that labels are made of; some name a kind. Upper case, no accents.
const WORDS: [(&str, Option<Kind>); 91] = [
    ("A", None), // only before a `#`, a colon or another word of a label
    ("A-NUMBER", Some(Kind::ANumber)),
    ("ACCOUNT", Some(Kind::OnlineAccountNumber)),
    ("ADMISION", Some(Kind::I94Number)),
    ("ADMISSION", Some(Kind::I94Number)),
    ("ALIEN", Some(Kind::ANumber)),
    ("ANY", None),
    ("ARRIVAL", Some(Kind::I94Number)),
    ("BOOK", None),
    ("CARD", None),
    ("CASE", None),
    ("CASILLA", None),
    ("CASO", None),
    ("CATEGORIA", Some(Kind::EadCategory)),
    ("CATEGORY", Some(Kind::EadCategory)),
    ("CERTIFICADO", Some(Kind::CertificateNumber)),
    ("CERTIFICATE", Some(Kind::CertificateNumber)),
    ("CITIZENSHIP", Some(Kind::CertificateNumber)),
    ("CLASE", Some(Kind::ClassOfAdmission)),
    ("CLASS", Some(Kind::ClassOfAdmission)),
    ("COA", Some(Kind::ClassOfAdmission)),
    ("CODE", None),
    ("CONFIRMACION", None),
    ("CONFIRMATION", None),
    ("CUENTA", Some(Kind::OnlineAccountNumber)),
    ("DE", None),
    ("DEL", None),
    ("DEPARTURE", Some(Kind::I94Number)),
    ("DS-160", Some(Kind::Ds160Confirmation)),
    ("DS160", Some(Kind::Ds160Confirmation)),
    ("DV", Some(Kind::DvCaseNumber)),
    ("EAD", None),
    ("EIN", Some(Kind::Ein)),
    ("ELIGIBILITY", Some(Kind::EadCategory)),
    ("ELIS", Some(Kind::OnlineAccountNumber)),
    ("EMPLOYER", Some(Kind::Ein)),
    ("EN", None),
    ("ES", None),
    ("EXTRANJERO", Some(Kind::ANumber)),
    ("FEDERAL", Some(Kind::Ein)),
    ("FEIN", Some(Kind::Ein)),
    ("FILE", None),
    ("FOIL", Some(Kind::VisaNumber)),
    ("FORM", None),
    ("FORMA", None),
    ("FORMULARIO", None),
    ("GREEN", None),
    ("I-797", Some(Kind::ReceiptNumber)),
    ("I-797C", Some(Kind::ReceiptNumber)),
    ("I-94", Some(Kind::I94Number)),
    ("I94", Some(Kind::I94Number)),
    ("ID", None),
    ("IDENTIFICATION", None),
    ("IF", None),
    ("INS", None),
    ("IS", None),
    ("ITIN", Some(Kind::Itin)),
    ("LINEA", Some(Kind::OnlineAccountNumber)),
    ("MY", None),
    ("N", None), // only before a `º`
    ("NATURALIZATION", Some(Kind::CertificateNumber)),
    ("NO", None),
    ("NRO", None),
    ("NUM", None),
    ("NUMBER", None),
    ("NUMERO", None),
    ("NVC", Some(Kind::NvcCaseNumber)),
    ("OAN", Some(Kind::OnlineAccountNumber)),
    ("OF", None),
    ("ONLINE", Some(Kind::OnlineAccountNumber)),
    ("PASAPORTE", Some(Kind::PassportNumber)),
    ("PASSPORT", Some(Kind::PassportNumber)),
    ("PETITION", None),
    ("RECEIPT", Some(Kind::ReceiptNumber)),
    ("RECIBO", Some(Kind::ReceiptNumber)),
    ("RECORD", None),
    ("REGISTRATION", Some(Kind::ANumber)),
    ("REGISTRO", None),
    ("SECURITY", Some(Kind::Ssn)),
    ("SEGURO", Some(Kind::Ssn)),
    ("SEVIS", Some(Kind::SevisId)),
    ("SOCIAL", Some(Kind::Ssn)),
    ("SS", Some(Kind::Ssn)), // only before a `#`
    ("SSN", Some(Kind::Ssn)),
    ("TARJETA", None),
    ("TAX", None),
    ("THE", None),
    ("USCIS", None),
    ("VISA", Some(Kind::VisaNumber)),
    ("YOUR", None),
    ("ZIP", None),
];
const LONGEST: usize = 14;
/// Words that only lead on: no label begins with them.
const LEADING_ON: [&[u8]; 8] = [b"ANY", b"DE", b"DEL", b"EN", b"ES", b"IF", b"IS", b"OF"];

/// [`WORDS`] one behind the other, each after its length and the place of its kind: a table of
/// pointers would be twice as long.
static PACKED: [u8; PACKED_LENGTH] = {
    let mut packed = [0; PACKED_LENGTH];
    let (mut at, mut row) = (0, 0);
    while row < WORDS.len() {
        let (word, kind) = WORDS[row];
        packed[at] = word.len().to_le_bytes()[0];
        packed[at + 1] = match kind {
            Some(kind) => kind as u8,
            None => u8::MAX,
        };
        at += 2;
        let mut letter = 0;
        while letter < word.len() {
            packed[at] = word.as_bytes()[letter];
            (at, letter) = (at + 1, letter + 1);
        }
        row += 1;
    }
    assert!(at == PACKED_LENGTH);
    packed
};
const PACKED_LENGTH: usize = {
    let (mut length, mut row) = (0, 0);
    while row < WORDS.len() {
        length += 2 + WORDS[row].0.len();
        row += 1;
    }
    length
};

/// The lengths that words of labels have, a bit each, by the letter that they begin with.
static LENGTHS: [u32; 32] = {
    let mut lengths = [0; 32];
    let mut row = 0;
    while row < WORDS.len() {
        let word = WORDS[row].0.as_bytes();
        lengths[(word[0] & 31) as usize] |= 1 << word.len();
        row += 1;
    }
    lengths
};

/// Whether a label may begin with this word; most words of a text are told by their length and
/// first letter.
fn may_lead(word: &[u8]) -> bool {
    let Some(first) = word.first() else {
        return true;
    };
    let lengths = LENGTHS.get(usize::from(first & 31)).copied();
    !word.iter().all(u8::is_ascii_alphanumeric)
        || word.len() < 32 && lengths.is_some_and(|lengths| lengths >> word.len() & 1 == 1)
}

/// The place of the kind that a word of labels names; `None` if it is no such word.
fn place_of_kind(word: &[u8]) -> Option<u8> {
    let mut packed = &PACKED[..];
    while let [length, kind, rest @ ..] = packed {
        let length = usize::from(*length);
        if length == word.len() && rest.first() == word.first() && rest.starts_with(word) {
            return Some(*kind);
        }
        packed = rest.get(length..)?;
    }
    None
}

/// Whether the word is a label wherever it stands in front: `A`, `N` and `SS` need a sign behind them.
pub(crate) fn is_label(word: &[u8]) -> bool {
    word.len() > 1 && word != b"SS" && place_of_kind(word).is_some() && !LEADING_ON.contains(&word)
}

/// Where the label ends, and the kind that it names. `(0, None)` when there is none, or nothing
/// after it.
pub(super) fn end(typed: &str) -> (usize, Option<Kind>) {
    let (mut end, mut kind) = (0, None);
    // Labels are short, and most values begin with a digit.
    let first = typed.bytes().find(|byte| !byte.is_ascii_whitespace());
    if first.is_none_or(|byte| byte.is_ascii_digit()) {
        return (0, None);
    }
    let mut words = Words { typed, at: 0 };
    let (mut named_by, mut before_a) = (None, None);
    while let Some(word) = words.next_word() {
        let letters = word.letters();
        // No word of a label has four digits; most values that begin with a letter have.
        if letters.iter().filter(|byte| byte.is_ascii_digit()).count() > 3 {
            break;
        }
        let Some(place) = place_of_kind(letters) else {
            break;
        };
        let behind = rest(typed, word.end);
        let signed = behind.chars().find(|it| !is_space(*it)) == Some('#');
        let leads = match letters {
            b"A" => true,
            b"SS" => signed,
            b"N" => is_ordinal(behind.as_bytes()),
            _ => end > 0 || !LEADING_ON.contains(&letters),
        };
        if !leads {
            break;
        }
        let is_a = letters == b"A";
        // It may be the first letter of the number.
        before_a = (is_a && !signed && !behind.starts_with(':')).then_some(end);
        if is_a || letters == b"USCIS" && signed {
            named_by = Some(Kind::ANumber);
        }
        // "Online Account" says more than "Account", "Alien Registration" more than "Registration".
        kind = kind.or(Kind::from_index(u32::from(place)));
        end = word.end;
    }
    if let Some(before) = before_a
        && !has_its_own(rest(typed, end))
    {
        (end, named_by) = (before, None);
    }
    kind = kind.or(named_by);
    while let Some(next) = character(typed, end) {
        match class(next) {
            Class::Separator | Class::Invisible if end > 0 && next != '(' => end += next.len_utf8(),
            _ => break,
        }
    }
    let behind = rest(typed, end);
    if behind.chars().any(is_word) {
        (end, kind)
    } else {
        (0, None)
    }
}

/// Whether a number with its own `A` comes next: `Número A A012345678`.
fn has_its_own(behind: &str) -> bool {
    let number = piece::behind(behind, b" ");
    matches!(number.as_bytes(), [b'A' | b'a', b'0'..=b'9', ..])
}

/// Whether the sign of an ordinal comes next, or a degree's in its place: `N.º`.
fn is_ordinal(mut behind: &[u8]) -> bool {
    while let [b'.', rest @ ..] = behind {
        behind = rest;
    }
    behind.starts_with("º".as_bytes()) || behind.starts_with("°".as_bytes())
}

/// How far before a value its label is looked for, in bytes and in words.
const REACH: usize = 64;
const MOST_WORDS: usize = 6;

/// The kind that the label right before a part of a text names.
pub(crate) fn before(text: &str, value: Span) -> Option<Kind> {
    let bytes = text.as_bytes();
    let reach = value.start.saturating_sub(REACH);
    let is_inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte >= 128;
    let (mut at, mut kind) = (value.start, None);
    for _ in 0..MOST_WORDS {
        while at > reach && bytes.get(at - 1).is_some_and(|byte| !is_inner(*byte)) {
            at -= 1;
        }
        let end_of_word = at;
        while at > reach && bytes.get(at - 1).is_some_and(|byte| is_inner(*byte)) {
            at -= 1;
        }
        if !bytes.get(at..end_of_word).is_some_and(may_lead) {
            break;
        }
        let Some(labelled) = text.get(at..value.end) else {
            break;
        };
        match end(labelled) {
            (length, found) if at + length == value.start => kind = found.or(kind),
            // A word such as "of" leads on to one before it; any other has none before it that matters.
            _ if kind.is_none() => {}
            _ => break,
        }
        if at == reach {
            break;
        }
    }
    kind
}

struct Words<'t> {
    typed: &'t str,
    at: usize,
}

struct Word {
    letters: [u8; LONGEST],
    len: usize,
    end: usize,
}

impl Word {
    fn letters(&self) -> &[u8] {
        self.letters.get(..self.len).unwrap_or_default()
    }
}

impl Words<'_> {
    /// The next run of letters, digits and inner hyphens, empty at the end; `None` if it is too long for
    /// a label.
    fn next_word(&mut self) -> Option<Word> {
        let mut word = Word {
            letters: [0; LONGEST],
            len: 0,
            end: 0,
        };
        for (offset, typed) in self.typed.get(self.at..)?.char_indices() {
            let byte = match class(typed) {
                Class::Plain(byte)
                | Class::Lower(byte)
                | Class::Other(byte)
                | Class::LookAlike(byte) => byte,
                Class::Separator if typed == '-' && matches!(word.len, 1 | 2) => b'-',
                Class::Separator | Class::Invisible if word.len == 0 => continue,
                Class::Separator => break,
                Class::Invisible => continue,
                Class::Foreign => without_accent(typed)?,
            };
            *word.letters.get_mut(word.len)? = byte;
            word.len += 1;
            word.end = self.at + offset + typed.len_utf8();
        }
        self.at = word.end;
        Some(word)
    }
}

/// Of the vowels that words of labels have with an accent.
fn without_accent(typed: char) -> Option<u8> {
    Some(match typed {
        'í' | 'Í' => b'I',
        'ó' | 'Ó' => b'O',
        'ú' | 'Ú' => b'U',
        _ => return None,
    })
}

//! Zones right and damaged, judged here and by the crate `mrz`: the verdicts agree.

#[path = "support/chance.rs"]
mod chance;

use chance::Chance;
use mrz::MrzData;
use prefile::{Kind, Mrz, check, finding::Context, identifier::MrzFormat, is_valid};

/// How many zones of each layout, and how often each is damaged.
const ZONES: usize = 400;
const DAMAGES: usize = 4;

const FORMATS: [MrzFormat; 5] = [
    MrzFormat::Td1,
    MrzFormat::Td2,
    MrzFormat::Td3,
    MrzFormat::MrvA,
    MrzFormat::MrvB,
];
const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGITS: &[u8] = b"0123456789";
const ALL: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";

impl Chance {
    fn of(&mut self, alphabet: &[u8]) -> char {
        alphabet[self.below(alphabet.len())] as char
    }

    fn word(&mut self, alphabet: &[u8], from: usize, to: usize) -> String {
        let len = from + self.below(to - from + 1);
        (0..len).map(|_| self.of(alphabet)).collect()
    }
}

fn digit(field: &str) -> char {
    let digit = mrz::check_digit(field).expect("of the alphabet");
    char::from_digit(digit, 10).expect("a digit")
}

fn with_digit(field: &str) -> String {
    format!("{field}{}", digit(field))
}

fn filled(text: &str, width: usize) -> String {
    format!("{text:<<width$.width$}")
}

fn names(chance: &mut Chance, width: usize) -> String {
    let (surname, given) = (chance.word(LETTERS, 1, 14), chance.word(LETTERS, 0, 12));
    let second = if chance.below(2) == 0 { "<SECOND" } else { "" };
    filled(&format!("{surname}<<{given}{second}"), width)
}

fn date(chance: &mut Chance) -> String {
    let (year, month, day) = (
        chance.below(100),
        1 + chance.below(12),
        1 + chance.below(28),
    );
    match chance.below(10) {
        0 => format!("{year:02}<<<<"),
        1 => format!("{year:02}{month:02}<<"),
        _ => format!("{year:02}{month:02}{day:02}"),
    }
}

/// The number's field with its digit, and the optional data, where a long number goes on.
fn number(chance: &mut Chance, room: usize, may_be_long: bool) -> (String, String) {
    let alphabet = if chance.below(2) == 0 {
        DIGITS
    } else {
        &ALL[..36]
    };
    if may_be_long && chance.below(4) == 0 {
        let number = chance.word(alphabet, 10, 9 + room - 2);
        let (front, rest) = number.split_at(9);
        let rest = format!("{rest}{}<", digit(&number));
        return (format!("{front}<"), filled(&rest, room));
    }
    let optional = chance.word(&ALL[..36], 0, room);
    let number = filled(&chance.word(alphabet, 1, 9), 9);
    (with_digit(&number), filled(&optional, room))
}

fn zone(chance: &mut Chance, format: MrzFormat) -> Vec<String> {
    let first = match format {
        MrzFormat::Td1 | MrzFormat::Td2 => b"IAC",
        MrzFormat::Td3 => b"PPP",
        MrzFormat::MrvA | MrzFormat::MrvB => b"VVV",
    };
    let code = format!("{}{}", chance.of(first), chance.of(b"<ABC1"));
    let issuer = filled(&chance.word(LETTERS, 1, 3), 3);
    let head = code + &issuer;
    let birth = with_digit(&date(chance));
    let dates = format!("{birth}{}{}", chance.of(b"MF<"), with_digit(&date(chance)));
    let nationality = filled(&chance.word(LETTERS, 1, 3), 3);
    let second_line = |number: &str, rest: &str| format!("{number}{nationality}{dates}{rest}");
    let composite = |line: &str| digit(&[&line[..10], &line[13..20], &line[21..]].concat());
    match format {
        MrzFormat::Td1 => {
            let (number, optional) = number(chance, 15, true);
            let first = format!("{head}{number}{optional}");
            let more = filled(&chance.word(&ALL[..36], 0, 11), 11);
            let guarded = [&first[5..], &dates[..7], &dates[8..], &more].concat();
            let second = format!("{dates}{nationality}{more}{}", digit(&guarded));
            vec![first, second, names(chance, 30)]
        }
        MrzFormat::Td2 => {
            let (number, optional) = number(chance, 7, true);
            let second = second_line(&number, &optional);
            let last = composite(&second);
            vec![head + &names(chance, 31), format!("{second}{last}")]
        }
        MrzFormat::Td3 => {
            let (number, optional) = number(chance, 14, true);
            let empty = optional.bytes().all(|byte| byte == b'<') && chance.below(2) == 0;
            let optional = if empty {
                optional + "<"
            } else {
                with_digit(&optional)
            };
            let second = second_line(&number, &optional);
            let last = composite(&second);
            vec![head + &names(chance, 39), format!("{second}{last}")]
        }
        MrzFormat::MrvA | MrzFormat::MrvB => {
            let (room, width) = if format == MrzFormat::MrvA {
                (16, 39)
            } else {
                (8, 31)
            };
            let (number, optional) = number(chance, room, false);
            vec![
                head + &names(chance, width),
                second_line(&number, &optional),
            ]
        }
    }
}

fn read(format: MrzFormat, lines: &[String]) -> Option<MrzData> {
    let read = match format {
        MrzFormat::Td1 => mrz::parse_td1(&lines[0], &lines[1], &lines[2]),
        MrzFormat::Td2 => mrz::parse_td2(&lines[0], &lines[1]),
        MrzFormat::Td3 => mrz::parse_td3(&lines[0], &lines[1]),
        MrzFormat::MrvA => mrz::parse_mrv_a(&lines[0], &lines[1]),
        MrzFormat::MrvB => mrz::parse_mrv_b(&lines[0], &lines[1]),
    };
    read.ok().filter(MrzData::valid)
}

/// What we hold a zone to beyond check digits, where the other crate leaves it to its caller:
/// letters where only letters stand, digits where only digits do, and a check digit that is one.
fn alphabets_hold(format: MrzFormat, lines: &[String]) -> bool {
    let (names, dates, nationality) = match format {
        MrzFormat::Td1 => (&lines[2][..], &lines[1][..15], &lines[1][15..18]),
        _ => (&lines[0][5..], &lines[1][13..28], &lines[1][10..13]),
    };
    let letters = |text: &str| text.bytes().all(|byte| !byte.is_ascii_digit());
    let digits = |text: &str| text.bytes().all(|byte| !byte.is_ascii_uppercase());
    let is_digit = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let last = match format {
        MrzFormat::Td1 | MrzFormat::Td2 | MrzFormat::Td3 => &lines[1][lines[1].len() - 1..],
        MrzFormat::MrvA | MrzFormat::MrvB => "0",
    };
    // A filler as the digit of a number announces the rest of a long one.
    let (number, optional) = match format {
        MrzFormat::Td1 => (&lines[0][14..15], &lines[0][15..30]),
        MrzFormat::Td2 => (&lines[1][9..10], &lines[1][28..35]),
        MrzFormat::Td3 => (&lines[1][9..10], &lines[1][28..42]),
        MrzFormat::MrvA | MrzFormat::MrvB => (&lines[1][9..10], "<"),
    };
    let rest = optional.split('<').next().unwrap_or_default();
    let goes_on = number == "<"
        && rest.len() >= 2
        && rest.len() < optional.len()
        && is_digit(&rest[rest.len() - 1..]);
    let optional_digit = match format {
        MrzFormat::Td3 => {
            let (data, digit) = lines[1][28..43].split_at(14);
            is_digit(digit) || data.bytes().all(|byte| byte == b'<')
        }
        _ => true,
    };
    letters(names)
        && letters(nationality)
        && letters(&lines[0][2..5])
        && digits(&dates[..6])
        && digits(&dates[8..14])
        && is_digit(&dates[6..7])
        && is_digit(&dates[14..15])
        && matches!(&dates[7..8], "M" | "F" | "X" | "<")
        && is_digit(last)
        && (is_digit(number) || goes_on)
        && optional_digit
}

/// Whether the other crate took a number for one of the eight-character form that it once wrote
/// itself, and Doc 9303 does not know.
fn is_legacy(read: &MrzData) -> bool {
    read.document_number_legacy_encoding
}

#[track_caller]
fn agree(format: MrzFormat, lines: &[String]) -> bool {
    // What begins with V is a visa.
    let visa = lines[0].starts_with('V');
    let format = match format {
        MrzFormat::Td2 if visa => MrzFormat::MrvB,
        MrzFormat::Td3 if visa => MrzFormat::MrvA,
        MrzFormat::MrvA if !visa => MrzFormat::Td3,
        MrzFormat::MrvB if !visa => MrzFormat::Td2,
        format => format,
    };
    let theirs = read(format, lines).filter(|read| !is_legacy(read));
    let right = theirs.is_some() && alphabets_hold(format, lines);
    let typed = lines.join("\n");
    let ours = Mrz::parse(&typed);
    assert_eq!(ours.is_ok(), right, "{typed}\n{ours:?}\n{theirs:?}");
    assert_eq!(is_valid(Kind::Mrz, &typed), right, "{typed}");
    assert_eq!(is_valid(Kind::Mrz, &lines.concat()), right, "{typed}");
    let check = check(Kind::Mrz, &typed, Context::default());
    assert_eq!(check.ok(), right, "{typed}");
    if let (Ok(ours), Some(theirs)) = (ours, theirs) {
        assert_eq!(ours.format(), format);
        assert_eq!(ours.document_number(), theirs.full_document_number());
        assert_eq!(ours.issuer(), theirs.issuing_country);
        assert_eq!(ours.nationality(), theirs.nationality);
        assert_eq!(ours.sex(), theirs.sex.zone_char());
        let names = if format == MrzFormat::Td1 {
            &lines[2]
        } else {
            &lines[0][5..].to_owned()
        };
        if names.trim_end_matches('<').contains("<<") {
            let spaces = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(ours.surname(), spaces(&theirs.surname), "{typed}");
            assert_eq!(ours.given_names(), spaces(&theirs.given_names), "{typed}");
        }
    }
    right
}

#[test]
fn right_and_damaged_zones() {
    let mut chance = Chance(9303);
    let (mut right, mut refused) = (0, 0);
    for format in FORMATS {
        for _ in 0..ZONES {
            let lines = zone(&mut chance, format);
            assert!(agree(format, &lines), "{}", lines.join("\n"));
            right += 1;
            for _ in 0..DAMAGES {
                let mut damaged = lines.clone();
                for _ in 0..=chance.below(2) {
                    let line = chance.below(damaged.len());
                    let at = chance.below(damaged[line].len());
                    damaged[line].replace_range(at..=at, &chance.of(ALL).to_string());
                }
                if agree(format, &damaged) {
                    right += 1;
                } else {
                    refused += 1;
                }
            }
        }
    }
    assert_eq!(right + refused, FORMATS.len() * ZONES * (1 + DAMAGES));
    assert!(
        refused > ZONES,
        "damage is found: {refused} of {}",
        right + refused
    );
}

/// A repair that is offered makes every check digit fit, by the other crate's count too, and one
/// misread character of a number in few groups is never mended into another number.
#[test]
fn repairs_are_proven() {
    const ALIKE: [(char, &str); 12] = [
        ('0', "ODQ"),
        ('1', "IL"),
        ('2', "Z"),
        ('5', "S"),
        ('6', "G"),
        ('8', "B"),
        ('O', "0"),
        ('I', "1"),
        ('Z', "2"),
        ('S', "5"),
        ('G', "6"),
        ('B', "8"),
    ];
    let mut chance = Chance(7);
    let (mut mended, mut tried) = (0, 0);
    for _ in 0..300 {
        let number = chance.word(LETTERS, 0, 2) + &chance.word(DIGITS, 7, 7);
        let number = with_digit(&filled(&number, 9));
        let (birth, expiry) = (with_digit("740812"), with_digit("320415"));
        let second = format!("{number}USA{birth}F{expiry}<<<<<<<<<<<<<<0");
        let last = digit(&[&second[..10], &second[13..20], &second[21..]].concat());
        let lines = [filled("P<USATESTER<<TEST", 44), format!("{second}{last}")];
        let whole = lines.join("\n");
        assert!(is_valid(Kind::Mrz, &whole), "{whole}");
        for at in 0..9 {
            let read = whole.as_bytes()[45 + at] as char;
            let Some((_, alike)) = ALIKE.iter().find(|(of, _)| *of == read) else {
                continue;
            };
            let mut typed = whole.clone();
            typed.replace_range(45 + at..=45 + at, &chance.of(alike.as_bytes()).to_string());
            let check = check(Kind::Mrz, &typed, Context::default());
            if check.ok() {
                // The digit cannot tell 6 from G, nor 1 from L.
                continue;
            }
            tried += 1;
            let fix = check
                .findings
                .iter()
                .find_map(|finding| finding.fix.as_ref());
            if let Some(fix) = fix {
                assert_eq!(fix.text, whole, "{typed}");
                mended += 1;
            }
        }
    }
    assert!(mended * 2 > tried, "{mended} of {tried} mended");
}

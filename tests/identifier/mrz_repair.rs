//! Zones that were misread or mistyped: what is offered, and what is not.

use crate::support::today;
use prefile::{Kind, check, finding::Detail, is_valid};

/// The check digit of a text, as Doc 9303 counts.
fn digit(text: &str) -> String {
    let counts = |byte: u8| match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        b'A'..=b'Z' => u32::from(byte - b'A') + 10,
        _ => 0,
    };
    let weighted = text.bytes().zip([7, 3, 1].into_iter().cycle());
    let sum: u32 = weighted.map(|(byte, weight)| counts(byte) * weight).sum();
    (sum % 10).to_string()
}

fn with_digit(text: &str) -> String {
    text.to_owned() + &digit(text)
}

const NAMES: &str = "DOE<<MARIA";

/// A passport: names, number, birth, expiry, and fourteen characters of data.
fn passport(names: &str, number: &str, birth: &str, expiry: &str, data: &str) -> String {
    let number = with_digit(&format!("{number:<<9}"));
    let (birth, expiry) = (with_digit(birth), with_digit(expiry));
    let data = with_digit(&format!("{data:<<14}"));
    let composite = digit(&[&*number, &birth, &expiry, &data].concat());
    format!("P<UTO{names:<<39}\n{number}UTO{birth}F{expiry}{data}{composite}")
}

/// A card of three lines with data in the first and in the second.
fn card(data: &str, more: &str) -> String {
    let (number, birth, expiry) = (
        with_digit("D23145890"),
        with_digit("740812"),
        with_digit("350415"),
    );
    let (data, more) = (format!("{data:<<15}"), format!("{more:<<11}"));
    let composite = digit(&[&*number, &data, &birth, &expiry, &more].concat());
    format!("I<UTO{number}{data}\n{birth}F{expiry}UTO{more}{composite}\n{NAMES:<<30}")
}

/// What is offered in place of a text.
fn offered(typed: &str) -> Option<String> {
    let answer = check(Kind::Mrz, typed, today());
    assert_eq!(answer.ok(), is_valid(Kind::Mrz, typed), "{typed}");
    let fixes = answer
        .findings
        .into_iter()
        .filter_map(|finding| finding.fix);
    fixes.map(|fix| fix.text).next()
}

/// The text with one character changed.
fn misread(zone: &str, at: usize, as_what: char) -> String {
    let mut typed = zone.to_owned();
    typed.replace_range(at..=at, &as_what.to_string());
    typed
}

#[test]
fn each_character_that_looks_like_another() {
    for (right, read) in [
        ('0', 'O'),
        ('0', 'Q'),
        ('0', 'D'),
        ('O', '0'),
        ('Q', '0'),
        ('D', '0'),
        ('1', 'I'),
        ('I', '1'),
        ('2', 'Z'),
        ('Z', '2'),
        ('5', 'S'),
        ('S', '5'),
        ('8', 'B'),
        ('B', '8'),
    ] {
        let zone = passport(NAMES, &format!("ACE{right}34793"), "740812", "350415", "");
        assert_eq!(offered(&zone), None, "{zone}");
        let typed = misread(&zone, 48, read);
        assert_eq!(offered(&typed), Some(zone), "{read} for {right}");
    }
}

#[test]
fn data_that_only_the_composite_guards() {
    for (data, more, at) in [("34790479", "", 19), ("", "34790479", 53)] {
        let zone = card(data, more);
        assert_eq!(offered(&zone), None, "{zone}");
        let typed = misread(&zone, at, 'O');
        assert_eq!(&typed[at - 4..at + 4], "3479O479");
        assert_eq!(offered(&typed), Some(zone));
    }
    // Where each field has its own digit, the composite's is the one that is wrong.
    let zone = passport(NAMES, "ACE034793", "740812", "350415", "3479O479");
    let (last, other) = (zone.len() - 1, if zone.ends_with('4') { '7' } else { '4' });
    assert_eq!(offered(&misread(&zone, last, other)), None);
}

#[test]
fn the_number_and_the_data() {
    let zone = passport(NAMES, "ACE034793", "740812", "350415", "34790479");
    let typed = misread(&misread(&zone, 48, 'O'), 45 + 32, 'O');
    assert_eq!(&typed[45 + 28..45 + 36], "3479O479");
    assert_eq!(offered(&typed), Some(zone.clone()));
    // A birth with a wrong digit besides is too much.
    assert_eq!(offered(&misread(&typed, 45 + 19, '7')), None);
}

#[test]
fn the_first_letter() {
    let zone = card("", "");
    for (first, expected) in [
        ('1', Some(&zone)),
        ('l', Some(&zone)),
        ('X', None),
        ('7', None),
    ] {
        let typed = misread(&zone, 0, first);
        assert_eq!(offered(&typed).as_ref(), expected, "{first}");
    }
    // What looks like nothing that could stand there.
    assert_eq!(offered(&misread(&misread(&zone, 0, '1'), 3, '4')), None);
}

#[test]
fn runs_of_fillers() {
    let flat = |zone: &str| zone.replace('\n', "");
    let zone = |names: &str| {
        flat(&passport(
            names,
            "ACE034793",
            "740812",
            "350415",
            "34790479",
        ))
    };
    // The longest takes what is missing or too much; of two that are as long, the last.
    for (names, more) in [
        ("DOE<<MARIA", 2),
        ("ABCDEFGHIJKLMNOPQ<<ABCDEFGHIJKLMNOP", 2),
    ] {
        let right = zone(names);
        let end = 5 + names.len() + 2;
        let short = right[..end].to_owned() + &right[end + more..];
        assert_eq!(offered(&short), Some(right.clone()), "{short}");
        let long = right[..end].to_owned() + "<" + &right[end..];
        assert_eq!(offered(&long), Some(right), "{long}");
    }
    // One filler alone is no run: what is missing may be a letter.
    let full = zone("ABCDEFGHIJKLMNOPQRS<ABCDEFGHIJKLMNOPQRS");
    assert_eq!(offered(&full.replacen("PQRSACE", "PQRACE", 1)), None);
    assert_eq!(offered(&full.replacen("S<A", "S<<<A", 1)), None);
    // Too long for any zone.
    assert_eq!(
        offered(&zone(NAMES).replacen("MARIA", &("MARIA".to_owned() + &"<".repeat(12)), 1)),
        None
    );
}

#[test]
fn blank_lines_are_none() {
    let zone = passport(NAMES, "ACE034793", "740812", "350415", "34790479");
    let apart = zone.replace('\n', "\n\n");
    assert!(is_valid(Kind::Mrz, &apart));
    let short = apart.replacen("MARIA<<<<", "MARIA<<", 1);
    let found = check(Kind::Mrz, &short, today()).findings;
    assert_eq!(found[0].code.id(), "mrz/line-length");
    assert_eq!(found[0].span.map(|span| span.start), Some(0));
    assert_eq!(offered(&short), Some(apart.replace("\n\n", "\n")));
}

#[test]
fn the_day_of_expiry_is_the_last() {
    for (expiry, is_over) in [("261121", true), ("261122", false), ("261123", false)] {
        let zone = passport(NAMES, "ACE034793", "740812", expiry, "");
        let found = check(Kind::Mrz, &zone, today()).findings;
        let says = found
            .iter()
            .any(|finding| finding.code.id() == "mrz/expired");
        assert_eq!(says, is_over, "{expiry}");
    }
}

#[test]
fn what_a_zone_says_of_days_and_cards() {
    let detail = |zone: &str, name: &str| {
        let details = check(Kind::Mrz, zone, today()).details;
        let found = details.into_iter().find(|(own, _)| *own == name);
        found.map(|(_, detail)| match detail {
            Detail::Text(text) => text.into_owned(),
            Detail::Word(word) => word.id().to_owned(),
        })
    };
    for (written, iso) in [
        ("991231", "1999-12-31"),
        ("000229", "2000-02-29"),
        ("261122", "2026-11-22"),
        ("261123", "1926-11-23"),
    ] {
        let zone = passport(NAMES, "ACE034793", written, "350415", "");
        assert_eq!(detail(&zone, "birthDate").as_deref(), Some(iso));
    }
    let green = "C1USA0000007032SRC0000000703<<\n2001012M3005109BRA<<<<<<<<<<<3\nDOE<<MARIA<<<<<<<<<<<<<<<<<<<<";
    let work = green.replacen("C1USA", "IAUSA", 1);
    let other = green.replacen("C1USA", "C1UTO", 1);
    for (zone, word) in [
        (green, "mrz.green-card"),
        (&work, "mrz.card"),
        (&other, "mrz.card"),
    ] {
        assert_eq!(detail(zone, "document").as_deref(), Some(word), "{zone}");
    }
}

/// What stands behind all that is kept would be lost without a word.
#[test]
fn far_too_many_fillers() {
    let visa = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n\
                L898902C<3UTO6908061F9406236ZE184226B<<<<<<<";
    assert!(is_valid(Kind::Mrz, visa));
    let longer = visa.to_owned() + "<<<<<<<<";
    assert_eq!(offered(&longer).as_deref(), Some(visa));
    assert_eq!(offered(&(longer + "X")), None);
}

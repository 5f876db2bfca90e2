use crate::support::{rows, today};
use prefile::{
    Day, Kind, Mrz, check,
    finding::{Detail, Param, Word},
    identifier::{MrzFormat, parts},
    is_valid,
};

const TD3: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n\
                   L898902C36UTO7408122F1204159ZE184226B<<<<<10";
const TD1: &str = "I<UTOD231458907<<<<<<<<<<<<<<<\n\
                   7408122F1204159UTO<<<<<<<<<<<6\n\
                   ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
const TD2: &str = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\n\
                   D231458907UTO7408122F1204159<<<<<<<6";
const MRV_A: &str = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n\
                     L898902C<3UTO6908061F9406236ZE184226B<<<<<<<";
const MRV_B: &str = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\n\
                     L898902C<3UTO6908061F9406236ZE184226";
const GREEN_CARD: &str = "C1USA0000007032SRC0000000703<<\n\
                          2001012M3005109BRA<<<<<<<<<<<3\n\
                          SPECIMEN<<TEST<VOID<<<<<<<<<<<";
const MADE_UP: &str = "| warning mrz/made-up@0..";

/// A right zone as it reads: itself, and the remarks.
#[track_caller]
fn right(typed: &str, display: &str, remarks: &str) {
    let expected = [display, remarks].join(" ");
    rows(Kind::Mrz, &[(typed, expected.trim_end())]);
}

#[track_caller]
fn wrong(typed: &str, findings: &str) {
    rows(Kind::Mrz, &[(typed, &["-", findings].join(" "))]);
}

#[test]
fn every_layout() {
    let expired = |place| MADE_UP.to_owned() + place;
    right(TD3, TD3, &expired("89 | note mrz/expired@66..72"));
    right(TD1, TD1, &expired("92 | note mrz/expired@39..45"));
    right(TD2, TD2, &expired("73 | note mrz/expired@58..64"));
    right(MRV_A, MRV_A, &expired("89 | note mrz/expired@66..72"));
    right(MRV_B, MRV_B, &expired("73 | note mrz/expired@58..64"));
    right(GREEN_CARD, GREEN_CARD, &expired("92"));
}

/// Two letters in the date of birth, and every check digit right; a sign behind Z.
#[test]
fn letters_and_digits_each_in_their_place() {
    assert!(!is_valid(Kind::Mrz, &TD3.replace("ERIKS", "ERIK[")));
    let date = TD3.replace("7408122", "AA08121");
    assert!(!is_valid(Kind::Mrz, &date.replace("<<<<<10", "<<<<<12")));
}

#[test]
fn however_it_is_typed() {
    let flat = TD3.replace('\n', "");
    right(
        &flat,
        TD3,
        "| warning mrz/made-up@0..88 | note mrz/expired@65..71",
    );
    let lower = TD3.to_lowercase().replace('\n', "\r\n");
    right(
        &lower,
        TD3,
        "| warning mrz/made-up@0..90 | note mrz/expired@67..73",
    );
    let spaced = TD3.replace('\n', " \n ");
    right(
        &spaced,
        TD3,
        "| warning mrz/made-up@0..91 | note mrz/expired@68..74",
    );
    // As a word processor writes it, and as a reader of images does.
    let quoted = TD3.replace("<<", "«");
    right(
        &quoted,
        TD3,
        "| warning mrz/made-up@0..89 | note mrz/expired@66..72",
    );
    // What is wrong with it is told as of any other.
    wrong(
        &quoted.replace("<10", "<11"),
        "| error mrz/composite-check-digit@88..89",
    );
    let wide = TD3.replace('<', "＜");
    assert_eq!(Mrz::parse(&wide), Mrz::parse(TD3));
}

#[test]
fn long_document_numbers_go_on_in_the_data() {
    let long = "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\n\
                STEVENSON<<PETER<JOHN<<<<<<<<<";
    let zone = Mrz::parse(long).expect("the example of Doc 9303");
    assert_eq!(zone.document_number(), "D23145890734");
    assert_eq!(zone.optional_data(), "");
    wrong(
        &long.replace("7349", "7348"),
        "| error mrz/number-check-digit@5..14",
    );
    // Visas have no such numbers.
    wrong(
        &MRV_A.replace("<3UTO", "<<UTO"),
        "| error mrz/number-check-digit@45..54",
    );
    let visa = MRV_B.replace("L898902C<3", "L898902C1<");
    assert!(!is_valid(Kind::Mrz, &visa.replace("ZE184226", "28<<<<<<")));
    // Only a filler says that it goes on, whatever else the data may fit.
    let goes_on = TD1.replace("7<<<<<", "<14<<<").replace("<6\n", "<4\n");
    assert!(is_valid(Kind::Mrz, &goes_on));
    let does_not = goes_on.replace("0<14", "0814").replace("<4\n", "<0\n");
    assert!(!is_valid(Kind::Mrz, &does_not));
}

#[test]
fn empty_lines_are_no_lines() {
    let apart = TD3.replace('\n', "\n\n");
    assert!(is_valid(Kind::Mrz, &apart));
    wrong(
        &apart.replace("C36", "C35"),
        "| error mrz/number-check-digit@46..55",
    );
}

#[test]
fn each_check_digit_guards_its_field() {
    let row = |from: &str, to: &str, findings: &str| wrong(&TD3.replace(from, to), findings);
    row(
        "L898902C36",
        "L898902C37",
        "| error mrz/number-check-digit@45..54",
    );
    row(
        "7408122F",
        "7409122F",
        "| error mrz/birth-check-digit@58..64",
    );
    row(
        "1204159Z",
        "1204169Z",
        "| error mrz/expiry-check-digit@66..72",
    );
    row(
        "ZE184226B",
        "ZE184236B",
        "| error mrz/optional-check-digit@73..87",
    );
    row(
        "<<<<10",
        "<<<<19",
        "| error mrz/composite-check-digit@88..89",
    );
    row(
        "7408122F1204159",
        "7409122F1204169",
        "| error mrz/birth-check-digit@58..64 | error mrz/expiry-check-digit@66..72",
    );
    // The specimen of a credential demonstration: only the composite is wrong.
    let specimen = "IAUSA0000007032SRC0000000703<<\n2001012M1105108BRA<<<<<<<<<<<5\n\
                    SPECIMEN<<TEST<VOID<<<<<<<<<<<";
    wrong(specimen, "| error mrz/composite-check-digit@60..61");
    let mended = specimen.replace("<5\n", "<7\n");
    right(
        &mended,
        &mended,
        "| warning mrz/made-up@0..92 | note mrz/expired@39..45",
    );
    // Personal number and its digit may both be left out.
    let without = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n\
                   L898902C36UTO7408122F1204159<<<<<<<<<<<<<<<8";
    right(
        without,
        without,
        "| warning mrz/made-up@0..89 | note mrz/expired@66..72",
    );
}

#[test]
fn what_cannot_stand_there() {
    let row = |from: &str, to: &str, findings: &str| {
        let typed = TD3.replace(from, to);
        wrong(&typed, findings);
    };
    row("P<", "X<", "| error mrz/document-code@0..1");
    row("P<", "P*", "| error mrz/unexpected-character@1..2");
    row("ANNA", "AN7A", "| error mrz/unexpected-character@17..18");
    row("2F1", "2T1", "| error mrz/unexpected-character@65..66");
    row(
        "L898902C36",
        "<898902C36",
        "| error mrz/unexpected-character@45..46 | error mrz/number-check-digit@45..54",
    );
    wrong("", "| error mrz/empty");
    wrong("P<UTOERIKSSON<<ANNA", "| error mrz/too-short@0..19");
    wrong(&"<".repeat(95), "| error mrz/too-long@0..95");
    wrong(&"A<".repeat(400), "| error mrz/too-long@0..96");
    wrong(
        "IOE0912345678",
        "| error mrz/another-kind@0..13 = receipt-number",
    );
}

/// What was typed, the finding without the fix, and what the fix restores.
#[track_caller]
fn mended(typed: &str, finding: &str, restored: &str) {
    let fix = [finding, "->", restored].join(" ");
    wrong(typed, &fix);
}

#[test]
fn misread_characters_are_mended() {
    let row = |from: &str, to: &str, finding: &str| mended(&TD3.replace(from, to), finding, TD3);
    // Where only digits or only letters stand.
    row(
        "7408122F",
        "74O8122F",
        "| error mrz/letter-for-digit@60..61",
    );
    row(
        "7408122F",
        "74081Z2F",
        "| error mrz/letter-for-digit@63..64",
    );
    row(
        "1204159Z",
        "12D4I59Z",
        "| error mrz/letter-for-digit@68..69",
    );
    row("UTOERI", "UT0ERI", "| error mrz/digit-for-letter@4..5");
    row("ERIKSSON", "ERIK5SON", "| error mrz/digit-for-letter@9..10");
    row("<<<10", "<<<1O", "| error mrz/letter-for-digit@88..89");
    // Where both may stand, the check digits prove it.
    let regular = TD3.replace("L898902C36", "XK70531427");
    let regular = regular.replace("<<<10", "<<<18");
    rows(
        Kind::Mrz,
        &[(
            &regular,
            &(regular.clone() + " | warning mrz/made-up@0..89 | note mrz/expired@66..72"),
        )],
    );
    let row = |from: &str, to: &str, finding: &str| {
        mended(&regular.replace(from, to), finding, &regular);
    };
    row("XK7053", "XK7O53", "| error mrz/number-check-digit@45..54");
    row("XK7053", "XK7Q53", "| error mrz/number-check-digit@45..54");
    row(
        "XK705314",
        "XK7053I4",
        "| error mrz/number-check-digit@45..54",
    );
    row(
        "ZE184226B",
        "ZEI84226B",
        "| error mrz/optional-check-digit@73..87",
    );
    row(
        "ZE184226B",
        "2E184226B",
        "| error mrz/optional-check-digit@73..87",
    );
    // Three at once; the fix, which mends all, is with the first.
    let typed = regular.replace("XK70531427UTO7408122", "XK7O531427UTO74O8122");
    let findings = [
        "| error mrz/letter-for-digit@60..61 ->",
        &regular,
        "| error mrz/number-check-digit@45..54 | error mrz/optional-check-digit@73..87",
    ];
    wrong(&typed.replace("ZE1", "ZEI"), &findings.join(" "));
    // In one line, as it was typed.
    let flat = TD3.replace('\n', "");
    mended(
        &flat.replace("7408122F", "74O8122F"),
        "| error mrz/letter-for-digit@59..60",
        &flat,
    );
    mended(
        &TD1.replace("I<UTO", "1<UTO"),
        "| error mrz/document-code@0..1",
        TD1,
    );
}

#[test]
fn several_repairs_are_none() {
    // B for 8, or another of its characters.
    wrong(
        &TD3.replace("L898902C3", "L89B902C3"),
        "| error mrz/number-check-digit@45..54 | note mrz/ambiguous-repair",
    );
    // Another digit, not one that looks alike: nothing proves anything.
    wrong(
        &TD3.replace("L898902C3", "L899902C3"),
        "| error mrz/number-check-digit@45..54",
    );
}

#[test]
fn k_for_fillers() {
    let typed = TD3.replace("MARIA<<<<<<<<<<<<<<<<<<<", "MARIAKKKKKKKKKKKKKKKKKKK");
    right(
        &typed,
        &typed,
        &("| warning mrz/made-up@0..89 | warning mrz/k-for-filler@0..89 -> ".to_owned()
            + TD3
            + " | note mrz/name-cut@5..44 | note mrz/expired@66..72"),
    );
}

#[test]
fn fillers_are_counted() {
    let short = TD3.replace("MARIA<<<<", "MARIA<");
    mended(&short, "| error mrz/line-length@0..41", TD3);
    let long = TD3.replace("B<<<<<1", "B<<<<<<<1");
    mended(&long, "| error mrz/line-length@45..91", TD3);
    let card = TD1.replace("UTO<<<<", "UTO<<<");
    mended(&card, "| error mrz/line-length@31..60", TD1);
    let flat = TD3.replace('\n', "").replace("MARIA<<<<", "MARIA<");
    mended(&flat, "| error mrz/too-short@0..85", &TD3.replace('\n', ""));
}

#[test]
fn remarks() {
    let no_given = "P<USAARKFREITH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<\n\
                    L898902C36UTO7408122F3004157<<<<<<<<<<<<<<04";
    right(no_given, no_given, "| note mrz/no-given-name@5..44");
    let cut = "P<USANILAVADHANANANDA<<CHAYAPA<DEJTHAMRONGKR\n\
               L898902C36UTO7408122F3004157<<<<<<<<<<<<<<04";
    right(cut, cut, "| note mrz/name-cut@5..44");
    let no_such_day = MRV_A
        .replace("V<UTO", "V<USA")
        .replace("6908061", "6913067");
    right(
        &no_such_day,
        &no_such_day,
        "| warning mrz/impossible-date@58..64 | note mrz/expired@66..72",
    );
    let passport_number = "C1USAX000007033SRC0000000703<<\n2001012M3005109BRA<<<<<<<<<<<1\n\
                           TESTER<<TEST<<<<<<<<<<<<<<<<<<";
    right(
        passport_number,
        passport_number,
        "| warning mrz/no-a-number@5..14",
    );
    let unknown_office = "C1USA0000007032QQX0000000703<<\n2001012M3005109BRA<<<<<<<<<<<3\n\
                          TESTER<<TEST<<<<<<<<<<<<<<<<<<";
    right(
        unknown_office,
        unknown_office,
        "| warning mrz/no-receipt-number@15..28",
    );
}

#[test]
fn details_of_a_passport() {
    let text = |text: &str| Detail::Text(text.to_owned().into());
    assert_eq!(
        check(Kind::Mrz, TD3, today()).details,
        [
            ("format", text("TD3")),
            ("document", Detail::Word(Word::MrzPassport)),
            ("documentCode", text("P")),
            ("issuer", text("UTO")),
            ("documentNumber", text("L898902C3")),
            ("nationality", text("UTO")),
            ("surname", text("ERIKSSON")),
            ("givenNames", text("ANNA MARIA")),
            ("birthDate", text("1974-08-12")),
            ("expiryDate", text("2012-04-15")),
            ("optionalData", text("ZE184226B")),
            ("sex", Detail::Word(Word::MrzFemale)),
        ]
    );
}

#[test]
fn a_surname_of_several_words() {
    let zone = TD3.replace("ERIKSSON<<ANNA<MARIA<<<", "VAN<DER<ERIKSSON<<ANNA<");
    let details = check(Kind::Mrz, &zone, today()).details;
    let text = |text: &str| Detail::Text(text.to_owned().into());
    assert!(details.contains(&("surname", text("VAN DER ERIKSSON"))));
    assert!(details.contains(&("givenNames", text("ANNA"))));
}

#[test]
fn a_green_card_holds_two_numbers() {
    let details = check(Kind::Mrz, GREEN_CARD, today()).details;
    let detail = |wanted: &str| {
        let found = details.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, detail)| detail.clone())
    };
    let text = |text: &str| Some(Detail::Text(text.to_owned().into()));
    assert_eq!(detail("document"), Some(Detail::Word(Word::MrzGreenCard)));
    assert_eq!(detail("aNumber"), text("A000-000-703"));
    assert_eq!(detail("receiptNumber"), text("SRC0000000703"));
    assert_eq!(detail("optionalData"), None);
    let zone = Mrz::parse(GREEN_CARD).expect("a right zone");
    let a_number = zone.a_number().map(|number| number.to_string());
    assert_eq!(a_number.as_deref(), Some("A000000703"));
    let receipt = zone.receipt_number().map(|number| number.to_string());
    assert_eq!(receipt.as_deref(), Some("SRC0000000703"));
    let parts = parts(Kind::Mrz, zone.as_str());
    let part = |word| {
        let part = parts.iter().find(|part| part.name == word);
        part.map(|part| part.span.of(zone.as_str()))
    };
    assert_eq!(part(Word::PartANumber), Some("000000703"));
    assert_eq!(part(Word::PartReceipt), Some("SRC0000000703"));
    // Not a card of the United States.
    assert_eq!(Mrz::parse(TD1).expect("a right zone").a_number(), None);
}

#[test]
fn fields_of_a_zone() {
    let zone = Mrz::parse(TD1).expect("a right zone");
    assert_eq!(zone.format(), MrzFormat::Td1);
    assert_eq!(zone.lines().collect::<Vec<_>>().join("\n"), TD1);
    assert_eq!((zone.document_code(), zone.issuer()), ("I", "UTO"));
    assert_eq!(zone.document_number(), "D23145890");
    assert_eq!((zone.nationality(), zone.sex()), ("UTO", 'F'));
    assert_eq!(zone.surname(), "ERIKSSON");
    assert_eq!(zone.given_names(), "ANNA MARIA");
    let today = Day::new(2026, 11, 22).expect("a day");
    assert_eq!(zone.birth(today), Day::new(1974, 8, 12));
    assert_eq!(zone.expiry(), Day::new(2012, 4, 15));
    // A child, and a person of a hundred.
    let born = |date: &str, on| {
        let typed = MRV_A.replace("6908061", date);
        Mrz::parse(&typed).expect("a right zone").birth(on)
    };
    assert_eq!(born("2611228", today), Day::new(2026, 11, 22));
    assert_eq!(born("2611239", today), Day::new(1926, 11, 23));
    assert_eq!(born("26<<<<2", today), None);
}

#[test]
fn every_part_has_its_place() {
    for zone in [TD1, TD2, TD3, MRV_A, MRV_B, GREEN_CARD] {
        let value = zone.replace('\n', "");
        let parts = parts(Kind::Mrz, &value);
        let whole: String = parts.iter().map(|part| part.span.of(&value)).collect();
        assert_eq!(whole, value);
    }
}

#[test]
fn a_label_may_stand_in_front() {
    let labelled = format!("PASSPORT {TD3}");
    right(
        &labelled,
        TD3,
        "| warning mrz/made-up@9..98 | note mrz/expired@75..81",
    );
}

#[test]
fn a_zone_says_what_it_holds() {
    let zone = Mrz::parse(TD3).expect("a zone");
    let flat = TD3.replace('\n', "");
    assert_eq!(zone.to_string(), flat);
    assert_eq!(format!("{zone:?}"), format!("Mrz({flat:?})"));
    assert_eq!(zone.optional_data(), "ZE184226B");
    let zone = Mrz::parse(MRV_B).expect("a zone");
    assert_eq!(zone.optional_data(), "ZE184226");
}

#[test]
fn every_check_digit_counts() {
    // Nothing in the data: its digit is 0 or left out.
    let passport = |end: &str| {
        let front = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159";
        front.to_owned() + &"<".repeat(14) + end
    };
    for (end, fits) in [("08", true), ("<8", true), ("53", false), ("64", false)] {
        assert_eq!(is_valid(Kind::Mrz, &passport(end)), fits, "{end}");
    }
    for (zone, composite) in [(TD1, "6\n"), (TD2, "6"), (TD3, "10")] {
        let at = zone.rfind(composite).expect("the composite") + composite.trim().len() - 1;
        let mut zone = zone.to_owned();
        zone.replace_range(at..=at, "9");
        assert!(!is_valid(Kind::Mrz, &zone), "{zone}");
    }
    // A long number whose own digit is wrong, under a right composite.
    let card = |rest: &str, composite: &str| {
        let front = "I<UTOD23145890<".to_owned() + rest + "<<<<<\n7408122F1204159UTO<<<<<<<<<<<";
        front + composite + "\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
    };
    assert!(is_valid(Kind::Mrz, &card("AB11223454", "4")));
    assert!(!is_valid(Kind::Mrz, &card("AB11223455", "7")));
}

/// A bracket is no character of a zone, whatever stands behind Z.
#[test]
fn signs_are_read_over() {
    let typed = TD3.replace("L898902C3", "L898[902C3");
    right(
        &typed,
        TD3,
        "| warning mrz/made-up@0..90 | note mrz/expired@67..73",
    );
}

/// A card with but one of the two numbers has the parts of any card.
#[test]
fn parts_of_a_card() {
    let named = |zone: &str| {
        let zone = zone.replace('\n', "");
        let parts = parts(Kind::Mrz, &zone);
        [parts[2].name, parts[4].name]
    };
    let (own, any) = (
        [Word::PartANumber, Word::PartReceipt],
        [Word::PartDocumentNumber, Word::PartOptional],
    );
    assert_eq!(named(GREEN_CARD), own);
    for (here, instead) in [("USA000000703", "USAX00000703"), ("SRC00", "QQX00")] {
        assert_eq!(
            named(&GREEN_CARD.replacen(here, instead, 1)),
            any,
            "{instead}"
        );
    }
}

#[test]
fn fields_end_where_others_begin() {
    // What stands behind the rest of a long number, its digit and a filler.
    let long = "I<UTOD23145890<7349<XY7<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\n\
                ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
    let zone = Mrz::parse(long).expect("a zone");
    assert_eq!(zone.optional_data(), "XY7");
    // A name that fills its field, and is not divided.
    let name = "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLM";
    let zone = TD3.replace("ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", name);
    let zone = Mrz::parse(&zone).expect("a zone");
    assert_eq!(
        (zone.surname(), zone.given_names()),
        (name.to_owned(), String::new())
    );
}
#[test]
fn lines_and_zones_of_other_lengths() {
    let lines = |lengths: &[usize]| {
        let lines = lengths.iter().enumerate();
        let line = |(at, length): (usize, &usize)| match at {
            0 => "I<UTO".to_owned() + &"A".repeat(length - 5),
            _ => "7".repeat(*length),
        };
        lines.map(line).collect::<Vec<_>>().join("\n")
    };
    for (lengths, number, expected) in [
        (&[36, 35][..], 2, "37..72"),
        (&[37, 36], 1, "0..37"),
        (&[40, 36], 1, "0..40"),
        (&[36, 40], 2, "37..77"),
        (&[41, 44], 1, "0..41"),
        (&[44, 43], 2, "45..88"),
        (&[44, 36], 2, "45..81"),
        (&[30, 29, 30], 2, "31..60"),
        (&[30, 30, 31], 3, "62..93"),
        (&[44, 30, 30], 1, "0..44"),
    ] {
        let expected = format!("- | error mrz/line-length@{expected}");
        rows(Kind::Mrz, &[(&lines(lengths), &expected)]);
        let found = check(Kind::Mrz, &lines(lengths), today()).findings;
        assert_eq!(found[0].params[0], Param::Number(number), "{lengths:?}");
    }
    for (length, fault) in [
        (87, "too-short"),
        (89, "too-long"),
        (73, "too-long"),
        (79, "too-long"),
        (80, "too-short"),
    ] {
        let expected = format!("- | error mrz/{fault}@0..{length}");
        rows(Kind::Mrz, &[(&"X".repeat(length), &expected)]);
    }
}

//! Identifiers in running text: what is found, and what is left alone.

mod support;

use prefile::{LONGEST_SCANNED, scan};
use support::today;

/// Everything found, one a line: kind, value, and the text it stood as.
fn found(text: &str) -> Vec<String> {
    let line =
        |one: &prefile::Found| format!("{} {} {:?}", one.kind.id(), one.value, one.span.of(text));
    scan(text, today()).iter().map(line).collect()
}

#[track_caller]
fn finds(text: &str, expected: &[&str]) {
    assert_eq!(found(text), expected, "{text}");
}

#[test]
fn a_notice() {
    finds(
        "THE UNITED STATES OF AMERICA\n\
         I-797C, Notice of Action\n\
         Receipt Number                Case Type\n\
         IOE0912345678                 I765 - APPLICATION FOR EMPLOYMENT AUTHORIZATION\n\
         Received Date     Priority Date     Applicant  A012 345 678\n\
         05/12/2026                          DOE, MARIA\n\
         Notice Date 05/20/2026   Page 1 of 2\n\
         USCIS Online Account Number: 0123 4567 8901\n\
         MARIA DOE\n\
         1234 MAIN ST APT 5\n\
         SPRINGFIELD TX 75001-1234\n\
         Amount received: $ 1,440.00 U.S.\n\
         Class requested: (c)(9)\n\
         If you have questions call 1-800-375-5283 or (800) 767-1833.\n",
        &[
            "form-number I-797C \"I-797C\"",
            "receipt-number IOE0912345678 \"IOE0912345678\"",
            "a-number A012345678 \"A012 345 678\"",
            "online-account-number 012345678901 \"0123 4567 8901\"",
            "ead-category C09 \"(c)(9)\"",
        ],
    );
}

#[test]
fn tags_of_a_page_are_no_part_of_a_number() {
    let receipt = "receipt-number EAC2212345678 \"EAC2212345678\"";
    for text in [
        "<b>EAC2212345678</b>",
        "<td>EAC2212345678<br>",
        "1<EAC2212345678>",
        "a<1<b<EAC2212345678<2",
    ] {
        finds(text, &[receipt]);
    }
    finds(
        "<h1>A 012 345 678</h1>",
        &["a-number A012345678 \"A 012 345 678\""],
    );
}

#[test]
fn what_a_slip_keeps_from_being_right_is_found_behind_its_label() {
    for (text, expected) in [
        (
            "Receipt Number: EAC22I2345678",
            "receipt-number EAC22I2345678 \"EAC22I2345678\"",
        ),
        (
            "A-Number: A0l2-345-678",
            "a-number A0l2-345-678 \"A0l2-345-678\"",
        ),
        ("SSN 219-O9-9998", "ssn 219-O9-9998 \"219-O9-9998\""),
    ] {
        finds(text, &[expected]);
        let one = &scan(text, today())[0];
        assert!(
            !one.check.ok() && one.check.findings[0].fix.is_some(),
            "{text}"
        );
    }
    // Without a label, or wrong in another way, it may be anything.
    finds("EAC22I2345678", &[]);
    finds("Receipt Number: EAC22I23456", &[]);
    finds("Receipt Number: pending since 2O22", &[]);
    finds("My A-Number is on the card, see page 1O", &[]);
}

#[test]
fn written_in_groups_and_in_other_dashes() {
    finds(
        "EAC 22 123 45678",
        &["receipt-number EAC2212345678 \"EAC 22 123 45678\""],
    );
    finds(
        "my case is LIN-22-123-45678.",
        &["receipt-number LIN2212345678 \"LIN-22-123-45678\""],
    );
    finds(
        "(A 012-345-678)",
        &["a-number A012345678 \"A 012-345-678\""],
    );
    finds("A#012345678", &["a-number A012345678 \"012345678\""]);
    finds(
        "A\u{2011}012\u{2011}345\u{2011}678",
        &["a-number A012345678 \"A\u{2011}012\u{2011}345\u{2011}678\""],
    );
    finds("SSN 219-09-9998,", &["ssn 219099998 \"219-09-9998\""]);
    finds(
        "Número de recibo: SRC0012345678",
        &["receipt-number SRC0012345678 \"SRC0012345678\""],
    );
}

#[test]
fn digits_alone_want_their_label() {
    finds(
        "Alien Registration Number 012345678",
        &["a-number A012345678 \"012345678\""],
    );
    // On an immigrant visa.
    finds(
        "Registration Number\n012345678",
        &["a-number A012345678 \"012345678\""],
    );
    finds(
        "USCIS# 012-345-678",
        &["a-number A012345678 \"012-345-678\""],
    );
    finds(
        "Social Security Number: 219099998",
        &["ssn 219099998 \"219099998\""],
    );
    finds(
        "Passport No. X1234567",
        &["passport-number X1234567 \"X1234567\""],
    );
    finds(
        "I-94 number 12345678901",
        &["i94-number 12345678901 \"12345678901\""],
    );
    finds("EIN: 91-1144442", &["ein 911144442 \"91-1144442\""]);
    // In a sentence.
    finds(
        "My SSN is 219099998, mi número A es 012345678 and this is 987654321.",
        &[
            "ssn 219099998 \"219099998\"",
            "a-number A012345678 \"012345678\"",
        ],
    );
}

#[test]
fn the_class_of_a_work_permit_is_its_category() {
    finds("Class: C09", &["ead-category C09 \"C09\""]);
    finds("Class: A05", &["ead-category A05 \"A05\""]);
    // On both lists.
    finds("Class: A1", &["class-of-admission A1 \"A1\""]);
    finds("Class: F1", &["class-of-admission F1 \"F1\""]);
    finds("Class: ZZ9", &["class-of-admission ZZ9 \"ZZ9\""]);
    // On an I-94.
    finds("Class of Admission : B2", &["class-of-admission B2 \"B2\""]);
    finds(
        "Class of Admission: F-1",
        &["class-of-admission F1 \"F-1\""],
    );
}

#[test]
fn a_label_leads_up_to_its_number() {
    for (text, expected) in [
        (
            "Cuenta en línea del USCIS: 012345678901",
            "online-account-number 012345678901 \"012345678901\"",
        ),
        (
            "LÍNEA: 012345678901",
            "online-account-number 012345678901 \"012345678901\"",
        ),
        // The nearest says what it is.
        (
            "the receipt of the I-94: 12345678901",
            "i94-number 12345678901 \"12345678901\"",
        ),
        (
            "visa of passport X1234567",
            "passport-number X1234567 \"X1234567\"",
        ),
    ] {
        finds(text, &[expected]);
    }
    // Words that are as long as some of labels, and none.
    for text in [
        "Passport five 123456789",
        "Passport of five 123456789",
        "Visas of 12345678",
    ] {
        finds(text, &[]);
    }
    for length in 1..=80 {
        let word = "v".repeat(length);
        finds(&format!("Passport {word} 123456789"), &[]);
    }
}

#[test]
fn shapes_that_speak_for_themselves() {
    finds(
        "SEVIS N0012345678",
        &["sevis-id N0012345678 \"N0012345678\""],
    );
    finds("123456789A1", &["i94-number 123456789A1 \"123456789A1\""]);
    finds(
        "MNL2011747003",
        &["nvc-case-number MNL2011747003 \"MNL2011747003\""],
    );
    finds(
        "2024AF00036470",
        &["dv-case-number 2024AF00036470 \"2024AF00036470\""],
    );
    finds(
        "AA00ABCDEF",
        &["ds160-confirmation AA00ABCDEF \"AA00ABCDEF\""],
    );
    finds(
        "at the foot:\nP<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\nend",
        &[
            "mrz P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10 \"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\"",
        ],
    );
}

#[test]
fn what_is_no_identifier() {
    for text in [
        "",
        "No numbers at all.",
        "Call (202) 555-0123 or 202-555-0123 or +1 202 555 0123, ext. 4567.",
        "1-800-375-5283",
        "SPRINGFIELD TX 75001-1234",
        "on 10/05/1967, 2026-11-22, 5.10.1967 at 10:30",
        "$1,440.00 and 520 USD and 10000000 pesos",
        "Matter of Garcia, 26 I&N Dec. 520 (BIA 2015); 8 CFR 103.2(a)(7)(ii); 91 FR 25479",
        "539 U.S. 306, 123 S. Ct. 2325, 156 L. Ed. 2d 304",
        "INA 245(a) and section 212(d)(5)(A)",
        "Take I-95 north to exit 4, then I-5.",
        "Tracking 123456789012, order 987654321, invoice 12-3456789",
        "ISBN 978-3-16-148410-0, card 4111 1111 1111 1111",
        "a 12345678 and A 10 of 20 pages, AB 123456",
        "192.168.10.20 and 3.14159265358979",
        "Room 1234567, box 12345678",
        "GTIN 00012345600012, IBAN DE89 3704 0044 0532 0130 00",
        "F1 key, B2 vitamin, H4 headline, C09 isolated",
        "1234567890123456789012345678901234567890",
    ] {
        finds(text, &[]);
    }
}

#[test]
fn spans_are_of_the_whole_text() {
    let text = "🎉é — EAC2212345678 ✓ A012345678";
    for one in scan(text, today()) {
        assert!(
            one.span.of(text).starts_with(&one.value[..1]),
            "{:?}",
            one.span
        );
    }
    assert_eq!(scan(text, today()).len(), 2);
}

#[test]
fn none_begins_inside_another() {
    finds("N 012-I 013-N", &["form-number N-012I \"N 012-I\""]);
}

#[test]
fn too_long_a_text_is_not_read() {
    let text = " EAC2212345678".repeat(prefile::LONGEST_SCANNED / 14 + 1);
    assert!(scan(&text, today()).is_empty());
}
#[test]
fn where_a_number_ends() {
    let rows: [(&str, &[&str]); 41] = [
        (
            "see (EAC2212345678)",
            &["receipt-number EAC2212345678 \"EAC2212345678\""],
        ),
        (
            "((EAC2212345678))",
            &["receipt-number EAC2212345678 \"EAC2212345678\""],
        ),
        (
            "-EAC2212345678-",
            &["receipt-number EAC2212345678 \"EAC2212345678\""],
        ),
        ("A012345678 90é", &["a-number A012345678 \"A012345678\""]),
        (
            "my number is 219-09-9998.",
            &["ssn 219099998 \"219-09-9998\""],
        ),
        ("912-70-1234", &["itin 912701234 \"912-70-1234\""]),
        ("A12345678", &["a-number A012345678 \"A12345678\""]),
        ("(c)(9)", &["ead-category C09 \"(c)(9)\""]),
        ("(C)(9)", &["ead-category C09 \"(C)(9)\""]),
        (
            "eac2212345678",
            &["receipt-number EAC2212345678 \"eac2212345678\""],
        ),
        (
            "219-09-9998 and 912-70-1234",
            &[
                "ssn 219099998 \"219-09-9998\"",
                "itin 912701234 \"912-70-1234\"",
            ],
        ),
        ("(219-09-9998)", &["ssn 219099998 \"219-09-9998\""]),
        (
            "Passport X 1234567",
            &["passport-number X1234567 \"X 1234567\""],
        ),
        ("*219-09-9998*", &["ssn 219099998 \"219-09-9998\""]),
        // What touches it makes it something else.
        ("-219-09-9998", &[]),
        ("219-09-9998-", &[]),
        ("A 012 345 678é", &[]),
        ("A 012 345 678x", &[]),
        ("219-09-9998-1", &[]),
        ("x219-09-9998", &[]),
        ("1-219-09-9998", &[]),
        ("219-09-9998x", &[]),
        ("219-099998", &[]),
        ("A 12345678", &[]),
        ("A1234567", &[]),
        ("a012345678", &[]),
        ("AAABCDEFGH", &[]),
        ("aa00abcdef", &[]),
        ("AA00abcdef", &[]),
        ("n0012345678", &[]),
        ("I-9", &[]),
        ("AR-11", &[]),
        ("I-90", &[]),
        ("i-765", &[]),
        ("c9", &[]),
        ("123456789", &[]),
        ("12345678", &[]),
        ("219 09 9998", &[]),
        ("2024af00036470", &[]),
        ("mnl2011747003", &[]),
        ("123456789a1", &[]),
    ];
    for (text, expected) in rows {
        finds(text, expected);
    }
}

#[test]
fn a_large_text_is_searched_to_its_end() {
    let with_one = |length: usize| " ".repeat(length - 13) + "EAC2212345678";
    for (length, count) in [(20_000, 1), (LONGEST_SCANNED, 1), (LONGEST_SCANNED + 1, 0)] {
        assert_eq!(found(&with_one(length)).len(), count, "{length}");
    }
}

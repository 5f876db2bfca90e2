//! Which number is this: the likeliest kinds, in order.

mod support;

use prefile::{Kind, check, identify};
use support::today;

#[track_caller]
fn likely(typed: &str, expected: &[&str]) {
    let found = identify(typed, today());
    let found: Vec<&str> = found.iter().map(|one| one.kind.id()).collect();
    assert_eq!(found, expected, "{typed}");
}

#[test]
fn shapes_that_speak_for_themselves() {
    likely("EAC2212345678", &["receipt-number"]);
    likely("ioe 0912 345678", &["receipt-number"]);
    likely("MNL2011747003", &["nvc-case-number"]);
    likely("LIN2011747003", &["receipt-number"]);
    likely("A012-345-678", &["a-number"]);
    likely("0123 4567 8901", &["online-account-number"]);
    likely("219-09-9998", &["ssn"]);
    likely("912-90-3456", &["itin"]);
    likely("91-1144442", &["ein"]);
    likely("123456789A1", &["i94-number"]);
    likely("N0012345678", &["sevis-id"]);
    likely("2024AF00036470", &["dv-case-number"]);
    likely("AA00ABCDEF", &["ds160-confirmation"]);
    likely("(c)(9)", &["ead-category"]);
    likely("I-485", &["form-number"]);
    likely("someone@example.com", &["email"]);
    likely("https://www.uscis.gov/", &["link"]);
    likely("10/05/1967", &["date"]);
    likely("(202) 555-0123", &["phone"]);
}

#[test]
fn a_label_decides() {
    likely("Passport Number: A12345678", &["passport-number"]);
    likely("SSN 219099998", &["ssn"]);
    likely("Alien Registration Number 219099998", &["a-number"]);
}

#[test]
fn what_lacks_a_character_is_still_the_likeliest() {
    likely("EAC221234567", &["receipt-number"]);
    likely("IOE-0912-34567", &["receipt-number"]);
    likely("1OE0912345678", &["receipt-number"]);
    likely("A123456", &["a-number", "passport-number"]);
    let found = identify("EAC221234567", today());
    assert!(!found[0].check.ok());
    assert_eq!(
        found[0].check.findings[0].code.id(),
        "receipt-number/too-short"
    );
}

#[test]
fn what_speaks_against_it_makes_it_less_likely() {
    #[track_caller]
    fn sure(typed: &str, kind: &str, expected: u8) {
        let found = identify(typed, today());
        let of_kind = found.iter().find(|one| one.kind.id() == kind);
        let percent = of_kind.map(|one| one.confidence);
        assert_eq!(percent, Some(expected), "{typed}");
    }
    sure("AA00ABCDEF", "ds160-confirmation", 90);
    sure("AABCDEFGHI", "ds160-confirmation", 20);
    sure("219-09-9998", "ssn", 92);
    sure("Receipt Number 219-09-9998", "ssn", 46);
}

#[test]
fn nothing_fits() {
    likely("", &[]);
    likely("   ", &[]);
    likely("\u{200b}\u{feff}", &[]);
    likely("hello", &[]);
    likely("7", &[]);
    likely("안녕하세요", &[]);
    likely(&"9".repeat(5000), &[]);
}

/// How sure of what, in percent, one of each shape and of its neighbours.
const SURE: [(&str, &str); 139] = [
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", ""),
    ("EAC221", "form-number 30"),
    ("A<B<C<D<E<F<G<H<I<J<K<L", ""),
    ("N-400", "form-number 95"),
    (
        "2026 11 22",
        "a-number 40, visa-number 40, passport-number 20, certificate-number 20",
    ),
    (
        "2026.11.22",
        "a-number 40, visa-number 40, passport-number 20, certificate-number 20",
    ),
    ("AA-12", "form-number 30"),
    ("AR-11", "form-number 95"),
    ("201234567890", "online-account-number 90"),
    (
        "2024-36470",
        "a-number 50, ssn 45, passport-number 35, ein 25",
    ),
    ("EAC2212345678", "receipt-number 95"),
    ("XYZ2212345678", "receipt-number 60, nvc-case-number 30"),
    ("IOE0912345678", "receipt-number 95"),
    ("MNL2011747003", "nvc-case-number 95"),
    ("MNL2011247003", "receipt-number 60, nvc-case-number 30"),
    ("MNL1989747003", "receipt-number 60, nvc-case-number 30"),
    ("MNL1990501003", "nvc-case-number 95"),
    ("MNL2100866003", "nvc-case-number 95"),
    ("MNL2101866003", "receipt-number 60, nvc-case-number 30"),
    ("MNL2011867003", "receipt-number 60, nvc-case-number 30"),
    ("ACC2011747003", "nvc-case-number 95"),
    ("LIN2011747003", "receipt-number 95"),
    ("EAC 22-123", "receipt-number 70, passport-number 20"),
    (
        "EAC2212",
        "receipt-number 70, form-number 30, passport-number 20",
    ),
    ("EAC22123", "receipt-number 70, passport-number 20"),
    ("10E0912345678", "receipt-number 70"),
    ("lOE0912345678", "receipt-number 60, nvc-case-number 30"),
    ("EACX21234567", "receipt-number 70"),
    ("EACXXX345678", ""),
    ("A012345678", "a-number 95"),
    ("A12345678", "a-number 75, passport-number 50"),
    (
        "A1234567",
        "a-number 75, visa-number 40, passport-number 20, certificate-number 20",
    ),
    (
        "012345678",
        "a-number 50, ssn 45, passport-number 35, ein 25",
    ),
    (
        "12345678",
        "a-number 40, visa-number 40, passport-number 20, certificate-number 20",
    ),
    ("1234567", "a-number 40, passport-number 20"),
    ("A123456", "a-number 55, passport-number 20"),
    ("A12345", "a-number 55, passport-number 20"),
    ("A01234567890", "a-number 55"),
    ("A0123456789012", ""),
    ("AO1234567", "a-number 55, passport-number 20"),
    ("AB1234567", "passport-number 20"),
    ("AX1234567", "passport-number 20"),
    ("A0XX2345678", "a-number 55"),
    ("A0XXX345678", ""),
    ("012345678901", "online-account-number 90"),
    ("0I2345678901", "online-account-number 45"),
    ("01234567890", "i94-number 70, online-account-number 45"),
    ("0123456789", "sevis-id 30, passport-number 20"),
    ("0123456789012", "online-account-number 45"),
    ("01234567890123", ""),
    ("OIZ3456789OI", ""),
    ("OIZS456789OI", ""),
    ("219-09-9998", "ssn 92"),
    (
        "219099998",
        "a-number 50, ssn 45, passport-number 35, ein 25",
    ),
    ("912-90-3456", "itin 92"),
    (
        "912903456",
        "itin 60, a-number 50, passport-number 35, ein 25",
    ),
    ("91-1144442", "ein 90"),
    ("911144442", "a-number 50, passport-number 35, ein 25"),
    ("9-11144442", "a-number 50, passport-number 35, ein 25"),
    (
        "000-09-9998",
        "ssn 60, a-number 50, passport-number 35, ein 25",
    ),
    (
        "900-09-9998",
        "ssn 60, a-number 50, passport-number 35, ein 25",
    ),
    ("219 09 9998", "ssn 92"),
    ("123456789A1", "i94-number 96"),
    ("12345678901", "i94-number 70, online-account-number 45"),
    ("1234567890A", ""),
    ("N0012345678", "sevis-id 97"),
    ("0012345678", "sevis-id 30, passport-number 20"),
    ("N001234567", "sevis-id 50, passport-number 20"),
    ("N00123456789", "sevis-id 50"),
    ("N0012345X78", "sevis-id 50"),
    ("N12345678", "passport-number 50"),
    ("NXXX345678", "passport-number 20"),
    ("2024AF00036470", "dv-case-number 97"),
    ("2024AF36470", "dv-case-number 97"),
    ("2024XX36470", ""),
    ("AA00ABCDEF", "ds160-confirmation 90"),
    ("AABCDEFGHI", "ds160-confirmation 20"),
    ("AA00ABCDE", ""),
    (
        "K1234567",
        "visa-number 40, passport-number 20, certificate-number 20",
    ),
    (
        "X1234567",
        "visa-number 40, passport-number 20, certificate-number 20",
    ),
    ("AB12345", "passport-number 20"),
    ("ABC123456", "passport-number 20"),
    ("A1B2C3D4E5", ""),
    ("C12345678", "passport-number 50"),
    ("CC12345", "passport-number 20"),
    ("1234", "passport-number 20"),
    ("(c)(9)", "ead-category 97"),
    ("C09", "ead-category 80, form-number 30"),
    ("c9", "ead-category 80, form-number 30"),
    ("A05", "ead-category 80, form-number 30"),
    ("(c)9", "ead-category 97"),
    ("I-485", "form-number 95"),
    ("I485", "form-number 65, passport-number 20"),
    ("I9", "form-number 40"),
    ("I-9", "form-number 95"),
    ("G-1145", "form-number 95"),
    ("F1", "class-of-admission 61, form-number 30"),
    ("IR1", "class-of-admission 61, form-number 30"),
    ("ZZ9", "form-number 30"),
    ("F-1", "class-of-admission 96"),
    ("H-1B", "class-of-admission 96"),
    ("IR-1", "class-of-admission 96"),
    ("PO Box 123", "form-number 30"),
    ("TEL 2025550123", ""),
    ("Guadalajara", ""),
    ("xxx-xx-1234", "form-number 30"),
    ("B2 visitor", ""),
    ("P<UTOERIKSSON<<ANNA", ""),
    (
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "mrz 97",
    ),
    ("ABC<<DEFGHIJKLMNOPQRS", "mrz 80"),
    ("ABC<<DEFGHIJKLMNOPQR", ""),
    (
        "Receipt Number: 219-09-9998",
        "receipt-number 60, ssn 46, a-number 25, passport-number 17",
    ),
    ("Receipt Number: EAC22123", "receipt-number 60"),
    ("Alien Registration Number 219099998", "a-number 98"),
    ("Passport: K1234567", "passport-number 98"),
    ("SSN: ABCD", "ssn 60"),
    (
        "USCIS Online Account Number 0123",
        "online-account-number 60",
    ),
    ("someone@example.com", "email 90"),
    ("@example.com", ""),
    ("a@b", ""),
    ("a b@example.com", ""),
    ("www.uscis.gov", "link 90"),
    ("HTTPS://x", "link 90"),
    ("10/05/1967", "date 90"),
    ("2026-11-22", "date 90"),
    ("2026/1/2", "date 90"),
    ("1-2-67", "passport-number 20"),
    ("10.05.1967", "date 90"),
    ("31-12-1967", "date 90"),
    (
        "13.13.1967",
        "a-number 40, visa-number 40, passport-number 20, certificate-number 20",
    ),
    (
        "20261122",
        "a-number 40, visa-number 40, passport-number 20, certificate-number 20",
    ),
    ("(202) 555-0123", "phone 90"),
    ("1 202 555 0123", "phone 90"),
    ("+44 20 7946 0958", "phone 90"),
    ("+1234567", "phone 90"),
    ("+12345678", "phone 90"),
    ("202-555-0123 x4", ""),
    ("75001-1234", "zip 90"),
    (
        "75001 1234",
        "a-number 50, ssn 45, passport-number 35, ein 25",
    ),
];

#[test]
fn how_sure() {
    for (typed, expected) in SURE {
        let found = identify(typed, today());
        let all = found
            .iter()
            .map(|one| format!("{} {}", one.kind.id(), one.confidence));
        assert_eq!(all.collect::<Vec<_>>().join(", "), expected, "{typed:?}");
    }
}

/// What those of them that say what they are are called in the boxes of an SSN, an A-Number, a receipt number, a
/// SEVIS ID and a machine-readable zone.
const IN_BOXES: [(&str, &str); 53] = [
    (
        "N-400",
        "form-number form-number form-number form-number form-number",
    ),
    (
        "F-1",
        "class-of-admission class-of-admission class-of-admission class-of-admission class-of-admission",
    ),
    (
        "H-1B",
        "class-of-admission class-of-admission class-of-admission class-of-admission class-of-admission",
    ),
    (
        "IR-1",
        "class-of-admission class-of-admission class-of-admission class-of-admission class-of-admission",
    ),
    (
        "AR-11",
        "form-number form-number form-number form-number form-number",
    ),
    (
        "201234567890",
        "online-account-number online-account-number online-account-number online-account-number online-account-number",
    ),
    (
        "EAC2212345678",
        "receipt-number receipt-number - receipt-number receipt-number",
    ),
    (
        "IOE0912345678",
        "receipt-number receipt-number - receipt-number receipt-number",
    ),
    (
        "MNL2011747003",
        "nvc-case-number nvc-case-number nvc-case-number nvc-case-number nvc-case-number",
    ),
    (
        "MNL1990501003",
        "nvc-case-number nvc-case-number nvc-case-number nvc-case-number nvc-case-number",
    ),
    (
        "MNL2100866003",
        "nvc-case-number nvc-case-number nvc-case-number nvc-case-number nvc-case-number",
    ),
    (
        "ACC2011747003",
        "nvc-case-number nvc-case-number nvc-case-number nvc-case-number nvc-case-number",
    ),
    (
        "LIN2011747003",
        "receipt-number receipt-number - receipt-number receipt-number",
    ),
    ("A012345678", "a-number - a-number a-number a-number"),
    ("A12345678", "a-number - a-number a-number a-number"),
    ("A1234567", "a-number - a-number a-number a-number"),
    (
        "012345678901",
        "online-account-number online-account-number online-account-number online-account-number online-account-number",
    ),
    ("219-09-9998", "- ssn ssn ssn ssn"),
    ("912-90-3456", "itin itin itin itin itin"),
    ("912903456", "itin - - - -"),
    ("91-1144442", "ein ein ein ein ein"),
    ("000-09-9998", "- ssn - - -"),
    ("900-09-9998", "- ssn - - -"),
    ("219 09 9998", "- ssn ssn ssn ssn"),
    (
        "123456789A1",
        "i94-number i94-number i94-number i94-number i94-number",
    ),
    ("N0012345678", "sevis-id sevis-id sevis-id - sevis-id"),
    (
        "2024AF00036470",
        "dv-case-number dv-case-number dv-case-number dv-case-number dv-case-number",
    ),
    (
        "2024AF36470",
        "dv-case-number dv-case-number dv-case-number dv-case-number dv-case-number",
    ),
    (
        "AA00ABCDEF",
        "ds160-confirmation ds160-confirmation ds160-confirmation ds160-confirmation ds160-confirmation",
    ),
    (
        "AABCDEFGHI",
        "ds160-confirmation ds160-confirmation ds160-confirmation ds160-confirmation ds160-confirmation",
    ),
    (
        "(c)(9)",
        "ead-category ead-category ead-category ead-category ead-category",
    ),
    (
        "(c)9",
        "ead-category ead-category ead-category ead-category ead-category",
    ),
    (
        "I-485",
        "form-number form-number form-number form-number form-number",
    ),
    (
        "I-9",
        "form-number form-number form-number form-number form-number",
    ),
    (
        "G-1145",
        "form-number form-number form-number form-number form-number",
    ),
    (
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "mrz mrz mrz mrz -",
    ),
    ("Receipt Number: 219-09-9998", "- ssn ssn ssn ssn"),
    (
        "Alien Registration Number 219099998",
        "a-number - a-number a-number a-number",
    ),
    (
        "Passport: K1234567",
        "passport-number passport-number passport-number passport-number passport-number",
    ),
    ("someone@example.com", "email email email email email"),
    ("www.uscis.gov", "link link link link link"),
    ("HTTPS://x", "link link link link link"),
    ("10/05/1967", "date date date date date"),
    ("2026-11-22", "date date date date date"),
    ("2026/1/2", "date date date date date"),
    ("10.05.1967", "date date date date date"),
    ("31-12-1967", "date date date date date"),
    ("75001-1234", "zip zip zip zip zip"),
    ("(202) 555-0123", "phone phone phone phone phone"),
    ("1 202 555 0123", "phone phone phone phone phone"),
    ("+44 20 7946 0958", "phone phone phone phone phone"),
    ("+1234567", "phone phone phone phone phone"),
    ("+12345678", "phone phone phone phone phone"),
];

/// The kind that a text is said to be in the boxes of others.
fn in_boxes(typed: &str) -> String {
    let boxes = [
        Kind::Ssn,
        Kind::ANumber,
        Kind::ReceiptNumber,
        Kind::SevisId,
        Kind::Mrz,
    ];
    let others = boxes.map(|kind| {
        let answer = check(kind, typed, today());
        let other = answer
            .findings
            .first()
            .and_then(|finding| finding.looks_like);
        other.map_or("-", Kind::id)
    });
    others.join(" ")
}

#[test]
fn in_the_wrong_box() {
    for (typed, _) in SURE {
        let expected = IN_BOXES.iter().find(|(own, _)| *own == typed);
        let expected = expected.map_or("- - - - -", |(_, expected)| expected);
        assert_eq!(in_boxes(typed), expected, "{typed:?}");
    }
}

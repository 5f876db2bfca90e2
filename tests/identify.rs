//! Which number is this: the likeliest kinds, in order.

mod support;

use prefile::identify;
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

use crate::support::{rows, today};
use prefile::{
    Kind, check,
    finding::{Detail, Word},
};

#[test]
fn table() {
    rows(
        Kind::EadCategory,
        &[
            ("(c)(9)", "(c)(9)"),
            ("C09", "(c)(9)"),
            ("c9", "(c)(9)"),
            ("C-9", "(c)(9)"),
            ("C 009", "(c)(9)"),
            ("Category: C09", "(c)(9)"),
            ("(C)(3)(B)", "(c)(3)(B)"),
            ("C03B", "(c)(3)(B)"),
            ("(c)(3)(ii)", "(c)(3)(ii)"),
            ("C03III", "(c)(3)(iii)"),
            ("(c)(17)(iii)", "(c)(17)(iii)"),
            ("(a)(5)", "(a)(5)"),
            ("A05", "(a)(5)"),
            ("AO5", "- | error ead-category/letter-for-digit@1..2 -> A05"),
            ("AOS", "- | error ead-category/unexpected-character@1..2"),
            ("asilo", "- | error ead-category/unexpected-character@1..2"),
            ("a 18", "(a)(18)"),
            (
                "(c)(8)",
                "(c)(8) | note ead-category/asylum-wait | note ead-category/needs-arrest-answer",
            ),
            (
                "(c)(26)",
                "(c)(26) | note ead-category/needs-spouse-receipt",
            ),
            ("c35", "(c)(35) | note ead-category/needs-i140-receipt"),
            ("C36", "(c)(36) | note ead-category/needs-i140-receipt"),
            ("(c)(3)(C)", "(c)(3)(C) | note ead-category/needs-e-verify"),
            // Blogs write the categories of H-4 and L-2 spouses so.
            (
                "C(2)(6)",
                "(c)(26) | warning ead-category/split-number@0..6 -> (c)(26) \
                 | note ead-category/needs-spouse-receipt",
            ),
            (
                "A(1)(8)",
                "(a)(18) | warning ead-category/split-number@0..6 -> (a)(18)",
            ),
            ("(c)(3)", "(c)(3) | warning ead-category/part-missing@1..5"),
            ("C17", "(c)(17) | warning ead-category/part-missing@0..3"),
            ("(c)(13)", "(c)(13) | warning ead-category/unknown@1..6"),
            ("C09P", "(c)(9)(P) | warning ead-category/unknown@0..4"),
            (
                "C1I",
                "(c)(1)(i) | warning ead-category/unknown@0..3 -> (c)(11)",
            ),
            ("C0009", "- | error ead-category/too-long@0..5"),
            ("C000", "- | error ead-category/too-long@0..4"),
            ("C09XB", "- | error ead-category/letter-for-digit@4..5"),
            (
                "C09VIII",
                "(c)(9)(viii) | warning ead-category/unknown@0..7",
            ),
            ("C09XVIII", "- | error ead-category/too-long@0..8"),
            ("C09XXVIII", "- | error ead-category/too-long@0..9"),
            ("CO9", "- | error ead-category/letter-for-digit@1..2 -> C09"),
            ("C1O", "- | error ead-category/letter-for-digit@2..3 -> C10"),
            (
                "(c)(3S)",
                "- | error ead-category/letter-for-digit@5..6 -> (c)(35)",
            ),
            ("(9)", "- | error ead-category/no-letter@1..2"),
            ("(b)(9)", "- | error ead-category/unexpected-character@1..2"),
            ("C", "- | error ead-category/too-short@0..1"),
            ("C100", "- | error ead-category/too-long@0..4"),
            ("(c)(9)000", "- | error ead-category/too-long@1..9"),
            ("C00", "- | error ead-category/unexpected-character@2..3"),
            (
                "(c)(3)(AB)",
                "- | error ead-category/unexpected-character@7..8",
            ),
            ("", "- | error ead-category/empty"),
            ("N/A", "- | error text/not-applicable@0..3"),
        ],
    );
}

#[test]
fn the_canonical_form_is_that_of_the_card() {
    let value = |typed| check(Kind::EadCategory, typed, today()).value;
    assert_eq!(value("(c)(3)(B)").as_deref(), Some("C03B"));
    assert_eq!(value("(c)(17)(iii)").as_deref(), Some("C17III"));
    assert_eq!(value("(a)(5)").as_deref(), Some("A05"));
}

#[test]
fn meanings() {
    let details = |typed| check(Kind::EadCategory, typed, today()).details;
    assert_eq!(details("c9"), [("meaning", Detail::Word(Word::EadC09))]);
    assert_eq!(
        details("(c)(3)(C)"),
        [("meaning", Detail::Word(Word::EadC03c))]
    );
    // Listed, but our source does not say what it is.
    assert_eq!(details("(c)(24)"), []);
}

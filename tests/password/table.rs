use super::rows;
use prefile::{
    Code, Context, Kind, check, check_password, is_valid,
    message::{Catalogue, message},
    password::Rule,
};

#[test]
fn official_rules() {
    rows(
        None,
        &[],
        &[
            ("", "empty"),
            ("Cobalt-shrub-waltz-90", ""),
            ("Cobalt-", "too-short no-digit"),
            ("Cobalt-9", "short rules-are-not-strength"),
            ("Cobalt-9a", "short rules-are-not-strength"),
            ("Cobalt-9abcd", ""),
            ("cobalt-9abcd", "no-upper-case"),
            ("COBALT-9ABCD", "no-lower-case"),
            ("Cobalt9abcde", "no-special"),
            ("1234", "too-short no-upper-case no-lower-case no-special"),
            (
                "cobalt shrub waltz ninety",
                "no-upper-case unsure-rule no-digit long-is-good",
            ),
            ("cobalt-shrub-waltz-90-x", "no-upper-case long-is-good"),
            ("Cobalt-shrub-waltz", "no-digit"),
            ("Aa~aaaaaaaaaaaa1", ""),
            (
                "Aa\u{7f}aaaaaaaaaaaa1",
                "no-special hidden-sign long-is-good",
            ),
        ],
    );
}

#[test]
fn every_ascii_sign_is_special() {
    for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".chars() {
        let check = check_password(&format!("Cobalt9abcde{sign}"), None, &[]);
        assert!(check.ok, "{sign}");
        assert_eq!(check.findings, [], "{sign}");
    }
}

#[test]
fn beyond_ascii() {
    rows(
        None,
        &[],
        &[
            ("Cobalt-niño-waltz-90", "beyond-keyboard"),
            ("Ñandu9abcdefg-", "beyond-keyboard unsure-rule"),
            ("Ñandú9bcdefg-", "beyond-keyboard unsure-rule"),
            ("ÑANDÚ-9BCDEFñ", "beyond-keyboard unsure-rule"),
            ("ñandu9bcdefgÑ-", "beyond-keyboard unsure-rule"),
            ("Cobalt9abcde€", "beyond-keyboard unsure-rule"),
            ("Cobalt9abcde👍", "beyond-keyboard unsure-rule"),
            ("Cobalt9 abcde", "unsure-rule"),
            ("Cobalt9\tabcde", "no-special"),
            ("Cobalt9abcde\u{301}", "no-special beyond-keyboard"),
            ("Cobalt9中文字abcd", "no-special mixed-alphabets"),
            ("密码密码密码密码9aA-", "mixed-alphabets"),
            ("пароль-Дом-двор", "look-alike unsure-rule no-digit"),
            ("Cobаlt-shrub-90", "look-alike mixed-alphabets"),
            ("Ｃobalt-shrub-90", "look-alike unsure-rule"),
            ("Кобальт-shrub-90", "look-alike mixed-alphabets unsure-rule"),
            ("Cobalt\u{200b}-shrub-90", "hidden-sign"),
            ("Cobalt\0-shrub-90", "hidden-sign"),
            ("Cobalt-shrub-90e\u{301}", "beyond-keyboard"),
            (" Cobalt-shrub-90", "outer-space"),
            ("Cobalt-shrub-90\t", "outer-space"),
            ("\u{a0}Cobalt-shrub-90", "outer-space beyond-keyboard"),
        ],
    );
}

#[test]
fn common_ones() {
    rows(
        None,
        &[],
        &[
            ("Password-2026", "common rules-are-not-strength"),
            ("P@ssw0rd-2026", "common rules-are-not-strength"),
            ("P@$$w0rd1!", "common short rules-are-not-strength"),
            ("!!Welcome2024!!", "common rules-are-not-strength"),
            ("Qwerty123456!", "common rules-are-not-strength"),
            (
                "Contraseña-2025",
                "common beyond-keyboard rules-are-not-strength",
            ),
            ("USCIS-uscis1", ""),
            ("Uscis-2026-2026", "common rules-are-not-strength"),
            (
                "123456",
                "too-short no-upper-case no-lower-case no-special common",
            ),
            ("Password-Cobalt-1", ""),
            ("Dragonfly-Cobalt-1", ""),
        ],
    );
}

#[test]
fn e_mail() {
    rows(
        Some(" Rosa.Ibarra+uscis@Example.com "),
        &[],
        &[
            (
                "rosa.ibarra+uscis@example.com",
                "no-upper-case same-as-email no-digit",
            ),
            (
                "Rosa.Ibarra+Uscis@Example.com",
                "same-as-email no-digit rules-are-not-strength",
            ),
            ("RosaIbarra-waltz-90", "has-email rules-are-not-strength"),
            ("R0s@-1barr@-waltz", "has-email rules-are-not-strength"),
            ("Waltz-ibarra-90!", "has-email rules-are-not-strength"),
            ("Waltz-cobalt-90!", ""),
            ("Uscis-waltz-90!", ""),
            ("Example-waltz-90!", ""),
        ],
    );
    rows(Some("al@example.com"), &[], &[("Waltz-al-cobalt-90", "")]);
    rows(
        Some("ana@example.com"),
        &[],
        &[
            ("Banana-cobalt-90", ""),
            ("Cobalt-Ana-waltz-90", "has-email rules-are-not-strength"),
            ("Cobalt-ana-waltz-90", "has-email rules-are-not-strength"),
            ("CobaltAnaWaltz-90", "has-email rules-are-not-strength"),
        ],
    );
    let long = format!("Cobalt-90{}@example.com", "x".repeat(200));
    rows(
        Some(&long),
        &[],
        &[(&long, "same-as-email rules-are-not-strength")],
    );
    rows(Some(""), &[], &[("Cobalt-shrub-waltz-90", "")]);
    rows(Some("@"), &[], &[("Cobalt-shrub-waltz-90", "")]);
}

#[test]
fn personal() {
    let personal = [
        "María de los Ángeles",
        "Núñez-O'Brien",
        "A012-345-678",
        "IOE0912345678",
        "王伟",
        "",
        " ",
    ];
    rows(
        None,
        &personal,
        &[
            ("Cobalt-maria-90", "has-personal rules-are-not-strength"),
            (
                "Cobalt-MARÍA-90",
                "has-personal beyond-keyboard rules-are-not-strength",
            ),
            ("M4r14-cobalt-90", "has-personal rules-are-not-strength"),
            ("Cobalt-angeles-90", "has-personal rules-are-not-strength"),
            ("Cobalt-obrien-90", "has-personal rules-are-not-strength"),
            ("Cobalt-O.Brien-90", "has-personal rules-are-not-strength"),
            ("Cobalt-nunez-90", "has-personal rules-are-not-strength"),
            ("Cobalt-012345678", "has-personal rules-are-not-strength"),
            ("Cobalt-A012.345.678", "has-personal rules-are-not-strength"),
            (
                "Cobalt-ioe0912345678",
                "has-personal rules-are-not-strength",
            ),
            ("Cobalt-closet-90", ""),
            ("Cobalt-01234-90x", ""),
            (
                "Cobalt-王伟-90x",
                "has-personal mixed-alphabets rules-are-not-strength",
            ),
            ("cobalt maria 90", "no-upper-case has-personal unsure-rule"),
        ],
    );
}

#[test]
fn signs_for_letters() {
    let found = "has-personal rules-are-not-strength";
    rows(
        None,
        &["Gilbert", "Soto", "Rosa"],
        &[
            ("Cobalt-Gi1bert-90", found),
            ("Cobalt-Gil8ert-90", found),
            ("Cobalt-Gilb3rt-90", found),
            ("Cobalt-9ilbert-90", found),
            ("Cobalt-G!lbert-90", found),
            ("Cobalt-Gilber7-90", found),
            ("Cobalt-Gilber+-90", found),
            ("Cobalt-5oto-90xy", found),
            ("Cobalt-$oto-90xy", found),
            ("Cobalt-S0to-90xy", found),
            ("Cobalt-Ros4-90xy", found),
            ("Cobalt-Ros@-90xy", found),
            ("Cobalt-Gixbert-90", ""),
            ("Cobalt-Gilxert-90", ""),
            ("Cobalt-Gilbxrt-90", ""),
            ("Cobalt-xilbert-90", ""),
            ("Cobalt-Gilberx-90", ""),
            ("Cobalt-Sxto-90xy", ""),
            // Signs may stand between, letters may not.
            ("Cobalt-R.o.s.a-90", found),
            ("Cobalt-Rolosa-90", ""),
        ],
    );
}

/// What is marked is what gives the password away, and no more.
#[test]
fn spans() {
    let rows: [(&str, Option<&str>, &[&str], &str); 6] = [
        ("Cobalt-maria-90", None, &["María"], "maria"),
        ("Cobalt-MARÍA-90", None, &["María"], "MARÍA"),
        ("Cobalt-O.Brien-90", None, &["O'Brien"], "O.Brien"),
        ("Cobalt-90-7.3.1985", None, &["1985-03-07"], "7.3.1985"),
        ("-ana-Cobalt-90", Some("ana@example.com"), &[], "ana"),
        ("Cobalt-niño-90", None, &[], "ñ"),
    ];
    for (password, email, personal, expected) in rows {
        let found = check_password(password, email, personal).findings;
        let span = found.iter().find_map(|finding| finding.span);
        let span = span.unwrap_or_else(|| panic!("{password}: {found:?}"));
        assert_eq!(span.of(password), expected, "{password}");
    }
}

#[test]
fn birthday() {
    let spellings = [
        "19850307",
        "1985-03-07",
        "03071985",
        "07.03.1985",
        "850307",
        "030785",
        "070385",
        "1985.3.7",
        "3/7/1985",
        "7-3-1985",
        "3785",
        "7385",
        "1985",
        "0307",
        "0703",
        "7march",
        "07-March",
        "March7",
        "march-07",
        "mar7",
        "Mar07",
        "7mar",
        "7marzo",
        "7-de-marzo",
        "marzo7",
        "07mar",
        "March7th",
    ];
    for entered in [
        "1985-03-07",
        "03/07/1985",
        "3/7/1985",
        "7 de marzo de 1985",
        "March 7, 1985",
        "Mar 7 1985",
        "19850307",
    ] {
        for spelling in spellings {
            // Entered in figures with the month in doubt, both readings are looked for.
            let password = format!("Cobalt-{spelling}-waltz");
            let check = check_password(&password, None, &[entered]);
            assert!(
                check
                    .findings
                    .iter()
                    .any(|finding| finding.code == Code::PasswordHasBirthday),
                "{entered}: {password}"
            );
        }
        for other in ["19860308", "0308", "8march", "1986", "90210"] {
            let password = format!("Cobalt-{other}-waltz");
            let check = check_password(&password, None, &[entered]);
            assert_eq!(check.findings, [], "{entered}: {password}");
        }
    }
    rows(
        None,
        &["03/07/1985", "not a date 1985", "2026-02-30", "12345678"],
        &[
            ("Cobalt-8-July-4", ""),
            ("Cobalt-3-July-90", "has-birthday rules-are-not-strength"),
            ("Cobalt-20260230-x", "has-personal rules-are-not-strength"),
        ],
    );
}

/// The names of most months differ between the languages.
#[test]
fn birthday_by_name() {
    let known = "has-birthday rules-are-not-strength";
    rows(
        None,
        &["1990-04-05"],
        &[
            ("Cobalt-5apr-waltz", known),
            ("Cobalt-05-Apr-waltz", known),
            ("Cobalt-apr5-waltz", known),
            ("Cobalt-5abr-waltz", known),
            ("Cobalt-5-de-abr-waltz", known),
            ("Cobalt-abr5-waltz", known),
            ("Cobalt-abr05-waltz", known),
            (
                "Cobalt-１９９０-waltz9",
                "has-birthday look-alike rules-are-not-strength",
            ),
        ],
    );
}

/// Of many dates the first eight are looked for.
#[test]
fn many_birthdays() {
    let known = "has-birthday rules-are-not-strength";
    let years = [
        "1971-03-05",
        "1972-03-05",
        "1973-03-05",
        "1974-03-05",
        "1975-03-05",
        "1976-03-05",
        "1977-03-05",
        "1978-03-05",
        "1979-03-05",
    ];
    rows(
        None,
        &years,
        &[
            ("Cobalt-1971-waltz", known),
            ("Cobalt-1978-waltz", known),
            ("Cobalt-1979-waltz", ""),
        ],
    );
}

#[test]
fn a_live_checklist() {
    let check = check_password("cobalt", None, &[]);
    let rules = [
        (Rule::Length, false),
        (Rule::UpperCase, false),
        (Rule::LowerCase, true),
        (Rule::Special, false),
    ];
    assert_eq!(check.rules, rules);
    let texts = Catalogue::english();
    let words: Vec<String> = Rule::all()
        .map(|rule| message(&rule.finding(), Kind::Password, &texts))
        .collect();
    assert_eq!(
        words,
        [
            "Use at least 8 characters.",
            "Use at least one capital letter (A to Z).",
            "Use at least one small letter (a to z).",
            "Use at least one sign, such as # or -.",
        ]
    );
    assert_eq!(
        Rule::all().map(Rule::id).collect::<Vec<_>>(),
        ["length", "upper-case", "lower-case", "special"]
    );
    // Unicode characters are counted, not bytes and not UTF-16.
    assert_eq!(
        check_password("👍👍👍👍", None, &[]).rules[0],
        (Rule::Length, false)
    );
    assert_eq!(
        check_password("👍👍👍👍👍👍👍👍", None, &[]).rules[0],
        (Rule::Length, true)
    );
}

#[test]
fn the_kind_has_no_value() {
    for password in ["Cobalt-shrub-waltz-90", "cobalt", "", " Cobalt\u{200b}ñ "] {
        let answer = check(Kind::Password, password, Context::default());
        let findings = check_password(password, None, &[]).findings;
        assert_eq!(answer.findings, findings, "{password}");
        assert_eq!(
            (answer.value.as_ref(), answer.display.as_ref()),
            (None, None),
            "{password}"
        );
        assert_eq!(
            (answer.changes.len(), answer.details.len()),
            (0, 0),
            "{password}"
        );
        assert_eq!(
            answer.ok(),
            is_valid(Kind::Password, password),
            "{password}"
        );
    }
    assert!(is_valid(Kind::Password, "Cobalt-shrub-waltz-90"));
    assert!(is_valid(
        Kind::Password,
        &format!("Aa-{}", "x".repeat(10_000))
    ));
}

/// Codes that need more than the password show themselves in their examples too.
#[test]
fn examples_that_need_context() {
    let rows: [(Code, Option<&str>, &[&str]); 4] = [
        (
            Code::PasswordSameAsEmail,
            Some("rosa.ibarra@example.com"),
            &[],
        ),
        (Code::PasswordHasEmail, Some("rosa.ibarra@example.com"), &[]),
        (Code::PasswordHasBirthday, None, &["1985-03-07"]),
        (Code::PasswordHasPersonal, None, &["Guadalupe Ibarra"]),
    ];
    for (code, email, personal) in rows {
        let found = check_password(code.example(), email, personal).findings;
        assert!(
            found.iter().any(|finding| finding.code == code),
            "{}",
            code.id()
        );
    }
}

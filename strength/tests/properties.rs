//! What holds for every password.

use prefile_strength::{Kind, List, Score, Weakness, strength};
use proptest::prelude::*;

/// Any text, and texts of characters that make trouble.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        proptest::collection::vec(any::<char>(), 0..300).prop_map(|all| all.into_iter().collect()),
        proptest::collection::vec(
            prop_oneof![
                Just('\0'),
                Just('\u{301}'),
                Just('\u{FFFD}'),
                Just('\u{200F}'),
                Just('İ'),
                Just('ß'),
                Just('1'),
                Just('@'),
                Just('7'),
                Just('|'),
                Just('a'),
                Just('S'),
                Just('\n'),
                Just('é'),
                Just('😀'),
                Just('/'),
            ],
            0..150
        )
        .prop_map(|all| all.into_iter().collect()),
    ]
}

proptest! {
    #[test]
    fn the_explanation_covers_what_was_read(password in texts(), personal in proptest::collection::vec(texts(), 0..4)) {
        let personal: Vec<&str> = personal.iter().map(String::as_str).collect();
        let found = strength(&password, &personal);
        prop_assert!(found.guesses_log10.is_finite() && found.guesses_log10 >= 0.0);
        let mut end = 0;
        for part in &found.explanation {
            prop_assert_eq!(part.start, end);
            prop_assert!(part.end > part.start);
            prop_assert!(password.get(part.start..part.end).is_some());
            prop_assert!(part.guesses >= 1.0);
            end = part.end;
        }
        prop_assert_eq!(end == 0, password.is_empty());
        prop_assert_eq!(found.weaknesses.is_empty(), found.score >= Score::SafelyUnguessable);
    }

    #[test]
    fn knowing_the_person_never_makes_it_stronger(password in "[a-zA-Z0-9@ .-]{0,30}", entry in "[a-zA-Z0-9@ .-]{0,12}") {
        let alone = strength(&password, &[]);
        let known = strength(&password, &[&entry]);
        prop_assert!(known.guesses_log10 <= alone.guesses_log10 + 1e-9);
    }
}

#[track_caller]
fn check(password: &str, personal: &[&str], weaknesses: &[Weakness]) {
    assert_eq!(
        strength(password, personal).weaknesses,
        weaknesses,
        "{password}"
    );
}

#[test]
fn reasons() {
    use Weakness::*;
    check("password", &[], &[CommonPassword]);
    check("P@ssw0rd", &[], &[CommonPassword, LookAlikes, Capitals]);
    check("drowssap", &[], &[CommonPassword, Reversed]);
    check("contraseña1", &[], &[Word]);
    check("a", &[], &[Short]);
    check("zxcvfr", &[], &[KeyboardWalk]);
    check("aaaaaaaaa", &[], &[Repeat]);
    check("xqwxqwxqw", &[], &[Repeat]);
    check("nopqrst", &[], &[Sequence]);
    check("13.5.1989", &[], &[Date]);
    check("xq9z", &[], &[Short]);
    check("", &[], &[Short]);
    check(
        "Ibarra1985",
        &["Guadalupe Ibarra"],
        &[Personal, Year, Capitals],
    );
    check("cobalt shrub waltz ninety", &[], &[]);
}

#[test]
fn where_the_reasons_are() {
    for (password, weakness, place) in [
        ("Ibarra1985", Weakness::Personal, Some((0, 6))),
        ("Ibarra1985", Weakness::Year, Some((6, 10))),
        ("Ibarra1985", Weakness::Date, None),
        ("ñandú-1985-1986", Weakness::Year, Some((8, 12))),
        ("password", Weakness::CommonPassword, Some((0, 8))),
        ("xq9z", Weakness::Short, None),
        ("", Weakness::Short, None),
    ] {
        let found = strength(password, &["Guadalupe Ibarra"]);
        let part = found.part(weakness).map(|part| (part.start, part.end));
        assert_eq!(part, place, "{password}: {weakness:?}");
    }
}

#[test]
fn what_is_known_of_the_person() {
    for (password, personal) in [
        ("guadalupe", "Guadalupe Ibarra"),
        ("1b@rra", "Guadalupe Ibarra"),
        ("arrabi", "Guadalupe Ibarra"),
        ("ИВАНОВ", "Иван Иванов"),
        ("núñez", "NUNEZ"),
        ("jdoe77", "jdoe77@example.com"),
        ("19850312", "19850312"),
    ] {
        let found = strength(password, &[personal]);
        assert_eq!(found.score, Score::TooGuessable, "{password}");
        let list = match found.explanation.as_slice() {
            [part] => part.kind,
            other => panic!("{password}: {other:?}"),
        };
        assert!(
            matches!(
                list,
                Kind::Dictionary {
                    list: List::Personal,
                    ..
                }
            ),
            "{password}: {list:?}"
        );
    }
}

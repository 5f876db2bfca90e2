//! The answers to recovery questions.

use super::faults;
use prefile::check_recovery_answers;

/// What is said of each answer, as `place:fault`.
#[track_caller]
fn said(answers: &[(&str, &str)], personal: &[&str], expected: &str) {
    let found: Vec<String> = check_recovery_answers(answers, personal)
        .iter()
        .map(|(place, finding)| format!("{place}:{}", faults([finding])))
        .collect();
    assert_eq!(found.join(" "), expected, "{answers:?}");
}

#[test]
fn answers_side_by_side() {
    said(&[], &[], "");
    said(
        &[
            ("First school?", "Lincoln"),
            ("First pet?", "Rex the Second"),
        ],
        &[],
        "",
    );
    said(
        &[("First school?", "Lincoln"), ("First pet?", " lincoln.")],
        &[],
        "1:same-twice",
    );
    said(
        &[
            ("A?", "Núñez"),
            ("B?", "x"),
            ("C?", "NUNEZ"),
            ("D?", "nunez"),
        ],
        &[],
        "2:same-twice 3:same-twice",
    );
    said(&[("A?", ""), ("B?", " ")], &["", " "], "");
    said(&[("A?", "!!"), ("B?", "!!")], &["!!"], "");
}

#[test]
fn answers_in_the_question() {
    said(
        &[("What is your favorite color?", "favorite color")],
        &[],
        "0:in-question",
    );
    said(
        &[(
            "What is your favorite color?",
            "What is your favourite color?",
        )],
        &[],
        "",
    );
    said(
        &[(
            "What is your favorite color?",
            "what is your favorite color",
        )],
        &[],
        "0:in-question",
    );
    said(
        &[("What is your favorite color?", "Color")],
        &[],
        "0:in-question",
    );
    said(&[("First pet?", "pet")], &[], "0:in-question");
    said(&[("First carpet?", "pet")], &[], "");
    said(&[("", "blue")], &[], "");
}

#[test]
fn answers_on_papers() {
    let personal = ["María Núñez", "1985-03-07", "A012-345-678", "Guadalajara"];
    said(&[("Mother's name?", "Maria")], &personal, "0:has-personal");
    said(
        &[("Born where?", "guadalajara")],
        &personal,
        "0:has-personal",
    );
    said(&[("Number?", "012345678")], &personal, "0:has-personal");
    said(&[("Day?", "1985-03-07")], &personal, "0:has-personal");
    said(&[("Day?", "03/07/1985")], &personal, "0:has-personal");
    said(
        &[("Day?", "7 de marzo de 1985")],
        &personal,
        "0:has-personal",
    );
    said(&[("Day?", "8 de marzo de 1986")], &personal, "");
    said(&[("First car?", "Toyota 1985")], &personal, "");
    said(&[("Phone at home?", "555-0307")], &personal, "");
    said(&[("Who?", "Nunez, Maria")], &personal, "0:has-personal");
    said(&[("Pet?", "Rex")], &personal, "");
    said(&[("Pet?", "Guadalajara Rex")], &personal, "");
}

#[test]
fn any_length() {
    let long = "a".repeat(1_000_000);
    said(
        &[(&long, &long), (&long, &long)],
        &[&long],
        "0:in-question 0:has-personal 1:same-twice 1:in-question 1:has-personal",
    );
}

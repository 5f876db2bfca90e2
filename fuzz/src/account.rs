//! What an account is opened with. A line for the secret, and one for each thing known of the person.

use prefile::{check_password, check_recovery_answers};

use crate::chance::Chance;

/// The rules of passwords, and of answers to recovery questions.
pub fn password(bytes: &[u8]) {
    let [secret, email, one, other] = Chance(bytes).lines();
    let asked = check_password(&secret, Some(&email), &[&one, &other]);
    assert_eq!(asked.ok, asked.rules.iter().all(|(_, met)| *met));
    for finding in &asked.findings {
        assert!(finding.fix.is_none(), "nothing repeats a password");
        if let Some(span) = finding.span {
            assert!(secret.get(span.start..span.end).is_some());
        }
    }
    let answers = [(one.as_str(), secret.as_str()), (&email, &other)];
    for (place, _) in check_recovery_answers(&answers, &[&other]) {
        assert!(place < answers.len());
    }
}

/// How many guesses it holds out.
pub fn strength(bytes: &[u8]) {
    let [secret, one, other] = Chance(bytes).lines();
    let strength = prefile_strength::strength(&secret, &[&one, &other]);
    assert!(strength.guesses_log10.is_finite() && strength.guesses_log10 >= 0.0);
    let mut end = 0;
    for part in &strength.explanation {
        assert_eq!(part.start, end, "one behind the other");
        assert!(secret.get(part.start..part.end).is_some());
        end = part.end;
    }
}

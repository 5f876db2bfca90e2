//! Codes and answers: told, never repeated.

use crate::support::line;
use prefile::{Context, Kind, check, is_valid};

#[track_caller]
fn rows(kind: Kind, rows: &[(&str, &str)]) {
    for (typed, expected) in rows {
        assert_eq!(line(kind, typed), *expected, "{typed:?}");
        let answer = check(kind, typed, Context::default());
        assert_eq!(answer.ok(), is_valid(kind, typed));
        assert_eq!(
            answer.ok(),
            !typed.trim().is_empty(),
            "{typed:?}: only nothing is refused"
        );
        // The secret itself stands nowhere in the answer.
        assert_eq!((answer.value, answer.display), (None, None));
        assert!(answer.changes.is_empty() && answer.details.is_empty());
        assert!(answer.findings.iter().all(|finding| finding.fix.is_none()));
    }
}

#[test]
fn verification_code() {
    rows(
        Kind::VerificationCode,
        &[
            ("123456", "- | note verification-code/keep-secret"),
            ("123 456", "- | note verification-code/keep-secret"),
            ("abc", "- | note verification-code/keep-secret"),
            ("123456789012", "- | note verification-code/keep-secret"),
            (
                "EAC2212345678",
                "- | warning verification-code/another-kind@0..13 = receipt-number",
            ),
            (
                "A012345678",
                "- | warning verification-code/another-kind@0..10 = a-number",
            ),
            (
                "maria@example.com",
                "- | warning verification-code/another-kind@0..17 = email",
            ),
            (
                "https://www.uscis.gov/",
                "- | warning verification-code/another-kind@0..22 = link",
            ),
            ("12", "- | note verification-code/keep-secret"),
            (" 123456 ", "- | note verification-code/keep-secret"),
            ("", "- | error verification-code/empty"),
        ],
    );
}

#[test]
fn backup_code() {
    rows(
        Kind::BackupCode,
        &[
            ("ab12-cd34", "- | note backup-code/keep-secret"),
            ("123 456", "- | note backup-code/keep-secret"),
            (
                "A012345678",
                "- | warning backup-code/another-kind@0..10 = a-number",
            ),
            ("012345678901", "- | note backup-code/keep-secret"),
            ("AB12CD34EF", "- | note backup-code/keep-secret"),
            ("x", "- | note backup-code/keep-secret"),
            ("1234", "- | note backup-code/keep-secret"),
            (
                "IOE0912345678",
                "- | warning backup-code/another-kind@0..13 = receipt-number",
            ),
            (
                "maria@example.com",
                "- | warning backup-code/another-kind@0..17 = email",
            ),
            ("   ", "- | error backup-code/empty"),
        ],
    );
}

#[test]
fn online_access_code() {
    rows(
        Kind::OnlineAccessCode,
        &[
            (
                "AB 12 CD 34",
                "- | note online-access-code/expires | note online-access-code/keep-secret",
            ),
            (
                "ab12cd34",
                "- | note online-access-code/expires | note online-access-code/keep-secret",
            ),
            (
                "90 days",
                "- | note online-access-code/expires | note online-access-code/keep-secret",
            ),
            (
                "123456",
                "- | note online-access-code/expires | note online-access-code/keep-secret",
            ),
            (
                "AB12CD34",
                "- | note online-access-code/expires | note online-access-code/keep-secret",
            ),
            (
                "012345678901",
                "- | note online-access-code/expires | note online-access-code/keep-secret",
            ),
            (
                "IOE0912345678",
                "- | warning online-access-code/another-kind@0..13 = receipt-number",
            ),
            (
                "A-012-345-678",
                "- | warning online-access-code/another-kind@0..13 = a-number",
            ),
            (
                "N/A",
                "- | note online-access-code/expires | note online-access-code/keep-secret",
            ),
            ("", "- | error online-access-code/empty"),
        ],
    );
}

#[test]
fn representative_passcode() {
    rows(
        Kind::RepresentativePasscode,
        &[
            ("123456", "- | note representative-passcode/keep-secret"),
            ("x", "- | note representative-passcode/keep-secret"),
            (
                "219-09-9998",
                "- | note representative-passcode/keep-secret",
            ),
            (
                "A012345678",
                "- | warning representative-passcode/another-kind@0..10 = a-number",
            ),
            (
                "rep@example.com",
                "- | warning representative-passcode/another-kind@0..15 = email",
            ),
            (" AB12 ", "- | note representative-passcode/keep-secret"),
            ("AB12CD34", "- | note representative-passcode/keep-secret"),
            (
                "EAC2212345678",
                "- | warning representative-passcode/another-kind@0..13 = receipt-number",
            ),
            (
                "Hello World",
                "- | note representative-passcode/keep-secret",
            ),
            ("", "- | error representative-passcode/empty"),
        ],
    );
}

#[test]
fn recovery_answer() {
    rows(
        Kind::RecoveryAnswer,
        &[
            ("blue", "- | note recovery-answer/keep-secret"),
            ("Calle 5", "- | note recovery-answer/keep-secret"),
            ("x", "- | note recovery-answer/keep-secret"),
            ("Blue Bicycle", "- | note recovery-answer/keep-secret"),
            (
                "What was your first school?",
                "- | warning recovery-answer/question@0..27 | note recovery-answer/keep-secret",
            ),
            ("Rosa", "- | note recovery-answer/keep-secret"),
            ("2025550123", "- | note recovery-answer/keep-secret"),
            ("maria@example.com", "- | note recovery-answer/keep-secret"),
            (
                "¿Dónde nació?",
                "- | warning recovery-answer/question@0..16 | note recovery-answer/keep-secret",
            ),
            ("", "- | error recovery-answer/empty"),
        ],
    );
}

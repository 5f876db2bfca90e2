//! What an answer says besides its findings: what was read otherwise, and which mends keep the meaning.

use crate::support::today;
use prefile::{Kind, check, finding::Safety};
use std::fmt::Write as _;

/// The value, `what:from>to` of each change, then each finding's code with `safely text` or `perhaps text` of its
/// mend.
fn said(kind: Kind, typed: &str) -> String {
    let answer = check(kind, typed, today());
    let mut out = answer.value.unwrap_or_else(|| "-".into());
    for change in &answer.changes {
        let _ = write!(out, " | {}:{}>{}", change.what, change.from, change.to);
    }
    for finding in &answer.findings {
        let _ = write!(out, " | {}", finding.code.id());
        if let Some(fix) = &finding.fix {
            let how = match fix.safety {
                Safety::Safe => "safely",
                Safety::Ask => "perhaps",
            };
            let _ = write!(out, " {how} {}", fix.text);
        }
    }
    out
}

const ROWS: [(Kind, &str, &str); 62] = [
    (Kind::Zip, "A1B2C3D4E5", "- | zip/unexpected-character"),
    (
        Kind::Zip,
        "75001-1234",
        "75001 | separators:-> | format:1234> | zip/plus-four safely 75001",
    ),
    (Kind::Zip, "7500", "- | zip/too-short perhaps 07500"),
    (Kind::Zip, "750012", "- | zip/too-long"),
    (Kind::Zip, "K1A 0B1", "- | zip/another-kind"),
    (Kind::Zip, "SW1A 1AA", "- | zip/another-kind"),
    (Kind::Zip, "7500l", "- | zip/letter-for-digit perhaps 75001"),
    (Kind::Zip, "A1", "- | zip/unexpected-character"),
    (Kind::Zip, "AAAAA", "- | zip/unexpected-character"),
    (Kind::Zip, "12345-A", "- | zip/unexpected-character"),
    (Kind::Zip, "A2345678", "- | zip/unexpected-character"),
    (Kind::Zip, "1234567A", "- | zip/unexpected-character"),
    (
        Kind::Street,
        "12 Main St Apt 4B",
        "12 Main St Apt 4B | street/unit-inside perhaps 12 Main St",
    ),
    (
        Kind::Street,
        "12 Main St #",
        "12 Main St # | street/box-may-refuse perhaps 12 Main St",
    ),
    (
        Kind::Street,
        "12 Main St #4",
        "12 Main St #4 | street/unit-inside perhaps 12 Main St",
    ),
    (
        Kind::Street,
        "12 Main St, 2nd Floor",
        "12 Main St, 2nd Floor | street/unit-inside perhaps 12 Main St",
    ),
    (
        Kind::Street,
        "12 Calle Añasco y Peñuelas Ñuñoa É",
        "12 Calle Añasco y Peñuelas Ñuñoa É | street/box-may-refuse perhaps 12 Calle Anasco y Penuelas Nunoa E",
    ),
    (
        Kind::Street,
        "12 Calle Añasco y Peñuelas Ñuñoa Éé",
        "12 Calle Añasco y Peñuelas Ñuñoa Éé | street/box-may-refuse perhaps 12 Calle Anasco y Penuelas Nunoa Ee | street/long-for-box",
    ),
    (
        Kind::Street,
        "12 Calle Añasco y Peñuelas Ñuñoa Éée",
        "12 Calle Añasco y Peñuelas Ñuñoa Éée | street/box-may-refuse perhaps 12 Calle Anasco y Penuelas Nunoa Eee | street/long-for-box",
    ),
    (
        Kind::Street,
        "Dallas, TX 75001",
        "Dallas, TX 75001 | street/whole-address",
    ),
    (
        Kind::Unit,
        "Apartment 4",
        "Apartment 4 | unit/with-word perhaps 4",
    ),
    (Kind::Unit, "Añé456", "Añé456"),
    (Kind::Unit, "#", "#"),
    (
        Kind::City,
        "San José de la Peña",
        "San José de la Peña | city/box-may-refuse perhaps San Jose de la Pena",
    ),
    (
        Kind::City,
        "San José de la Peñaa",
        "San José de la Peñaa | city/box-may-refuse perhaps San Jose de la Penaa",
    ),
    (
        Kind::City,
        "San José de la Peñaaa",
        "San José de la Peñaaa | city/box-may-refuse perhaps San Jose de la Penaaa | city/long-for-box",
    ),
    (Kind::InCareOf, "c/oMaria", "c/oMaria"),
    (Kind::InCareOf, "c/o", "c/o"),
    (
        Kind::InCareOf,
        "in care of: Rosa",
        "Rosa | label:in care of>",
    ),
    (Kind::Email, "a@b.c", "- | email/no-domain"),
    (Kind::Email, "a@b.12", "- | email/no-domain"),
    (Kind::Email, "a@b..com", "- | email/no-domain"),
    (Kind::Email, "a@com", "- | email/no-domain"),
    (
        Kind::Email,
        "a@gmail",
        "- | email/no-domain perhaps a@gmail.com",
    ),
    (
        Kind::Email,
        "a@gmailcom",
        "- | email/no-domain perhaps a@gmail.com",
    ),
    (Kind::Email, "a@.com", "- | email/no-domain"),
    (Kind::Email, "a@b.com", "a@b.com"),
    (
        Kind::Phone,
        "2025550123 #12",
        "2025550123 | separators: > | phone/extension perhaps 2025550123",
    ),
    (
        Kind::Phone,
        "202-555-0123 # 12",
        "2025550123 | separators:-- > | phone/extension perhaps 202-555-0123",
    ),
    (Kind::Phone, "#2025550123", "2025550123 | separators:#>"),
    (
        Kind::Phone,
        "2025550123 x12",
        "2025550123 | separators: > | phone/extension perhaps 2025550123",
    ),
    (
        Kind::Phone,
        "+44 (0)20 7946 0958",
        "+442079460958 | separators: (0)  > | phone/long-for-box",
    ),
    (
        Kind::Phone,
        "00 44 20 7946 0958",
        "+442079460958 | separators:    > | prefix:00>+ | phone/long-for-box",
    ),
    (
        Kind::Phone,
        "011 44 20 7946 0958",
        "+442079460958 | separators:    > | prefix:011>+ | phone/long-for-box",
    ),
    (Kind::Phone, "0012345678", "0012345678 | phone/area-code"),
    (
        Kind::Phone,
        "00123456789",
        "- | prefix:00>+ | phone/too-short",
    ),
    (Kind::Phone, "123456", "- | phone/too-short"),
    (Kind::Phone, "1234567", "1234567 | phone/not-us"),
    (
        Kind::Phone,
        "123456789012345",
        "123456789012345 | phone/not-us",
    ),
    (Kind::Phone, "1234567890123456", "- | phone/too-long"),
    (
        Kind::Phone,
        "+1 202 555 012",
        "- | separators:   > | phone/too-short",
    ),
    (
        Kind::Phone,
        "+1 202 555 01234",
        "- | separators:   > | phone/too-long",
    ),
    (
        Kind::Phone,
        "٢٠٢٥٥٥٠١٢٣",
        "2025550123 | digits:٢٠٢٥٥٥٠١٢٣>2025550123",
    ),
    (Kind::Date, "foo 5 1967", "- | date/unreadable"),
    (
        Kind::Date,
        "5th of October 1967",
        "1967-10-05 | format:5th of October 1967>10/05/1967",
    ),
    (
        Kind::Date,
        "5 de octubre del 1967",
        "1967-10-05 | format:5 de octubre del 1967>10/05/1967",
    ),
    (Kind::Date, "10/05/1967", "1967-10-05"),
    (
        Kind::Date,
        "1967-10-05",
        "1967-10-05 | format:1967-10-05>10/05/1967",
    ),
    (
        Kind::Date,
        "10.05.1967",
        "1967-10-05 | format:10.05.1967>10/05/1967 | date/maybe-day-first perhaps 05/10/1967",
    ),
    (Kind::State, "texas", "TX | format:texas>TX"),
    (Kind::FamilyName, "N/A", "N/A | family-name/missing-name"),
    (
        Kind::GivenName,
        "Ana (Mia)",
        "Ana (Mia) | given-name/nickname perhaps Ana",
    ),
];

#[test]
fn table() {
    for (kind, typed, expected) in ROWS {
        assert_eq!(said(kind, typed), expected, "{kind:?} {typed:?}");
    }
}

use crate::support::rows;
use prefile::Kind;

#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn email() {
    rows(
        Kind::Email,
        &[
            ("maria@example.com", "maria@example.com"),
            (
                "Maria.Lopez+uscis@Example.COM",
                "Maria.Lopez+uscis@example.com",
            ),
            ("m@x.co", "m@x.co"),
            (
                "maria_lopez@mail.example.co.uk",
                "maria_lopez@mail.example.co.uk",
            ),
            ("maria@example.museum", "maria@example.museum"),
            ("josé@example.com", "josé@example.com"),
            ("用户@例え.jp", "用户@例え.jp"),
            ("mailto:maria@example.com", "maria@example.com"),
            ("Email: maria@example.com", "maria@example.com"),
            ("Correo electrónico: maria@example.com", "maria@example.com"),
            ("Maria Lopez <maria@example.com>", "maria@example.com"),
            ("maria@example.com.", "maria@example.com"),
            // As lists of addresses divide them.
            ("maria@example.com,", "maria@example.com"),
            ("maria@example.com;", "maria@example.com"),
            ("Maria Lopez <maria@example.com>;", "maria@example.com"),
            ("<maria@example.com", "maria@example.com"),
            ("maria.@docomo.ne.jp", "maria.@docomo.ne.jp"),
            ("maria@ymail.com", "maria@ymail.com"),
            ("maria@mail.com", "maria@mail.com"),
            ("maria@gmx.com", "maria@gmx.com"),
            ("maria@yahoo.com.mx", "maria@yahoo.com.mx"),
            ("maria@hotmail.es", "maria@hotmail.es"),
            (
                "maria@gmial.com",
                "maria@gmial.com | warning email/slip@0..15 -> maria@gmail.com",
            ),
            (
                "maria@gmail.con",
                "maria@gmail.con | warning email/slip@0..15 -> maria@gmail.com",
            ),
            (
                "maria@gmai.com",
                "maria@gmai.com | warning email/slip@0..14 -> maria@gmail.com",
            ),
            (
                "maria@gmaill.com",
                "maria@gmaill.com | warning email/slip@0..16 -> maria@gmail.com",
            ),
            (
                "maria@gmail.co",
                "maria@gmail.co | warning email/slip@0..14 -> maria@gmail.com",
            ),
            (
                "maria@hotmial.com",
                "maria@hotmial.com | warning email/slip@0..17 -> maria@hotmail.com",
            ),
            (
                "maria@yaho.com",
                "maria@yaho.com | warning email/slip@0..14 -> maria@yahoo.com",
            ),
            (
                "maria@outlok.com",
                "maria@outlok.com | warning email/slip@0..16 -> maria@outlook.com",
            ),
            (
                "maria@iclod.com",
                "maria@iclod.com | warning email/slip@0..15 -> maria@icloud.com",
            ),
            (
                "maria@gmil.con",
                "maria@gmil.con | warning email/slip@0..14 -> maria@gmail.com",
            ),
            (
                "maria@example.cmo",
                "maria@example.cmo | warning email/slip@0..17 -> maria@example.com",
            ),
            (
                "maria@gmailcom",
                "- | error email/no-domain@0..14 -> maria@gmail.com",
            ),
            (
                "maria@gmail",
                "- | error email/no-domain@0..11 -> maria@gmail.com",
            ),
            (
                "maria@gmail,com",
                "- | error email/unexpected-character@11..12 -> maria@gmail.com",
            ),
            (
                "maria@gmail .com",
                "- | error email/unexpected-character@11..12 -> maria@gmail.com",
            ),
            (
                "maria lopez@gmail.com",
                "- | error email/unexpected-character@5..6 -> marialopez@gmail.com",
            ),
            (
                "maria@@gmail.com",
                "- | error email/unexpected-character@5..6",
            ),
            ("@gmail.com", "- | error email/unexpected-character@0..1"),
            ("maria@", "- | error email/no-domain@0..6"),
            ("maria@.com", "- | error email/no-domain@0..10"),
            ("maria@example..com", "- | error email/no-domain@0..18"),
            ("maria@1.2", "- | error email/no-domain@0..9"),
            ("maria.example.com", "- | error email/no-at@0..17"),
            ("maria at example.com", "- | error email/no-at@0..20"),
            (
                "mаria@example.com",
                "mаria@example.com | warning email/look-alike-letter@1..3 -> maria@example.com",
            ),
            (
                "maria.elena.garcia.lopez.de.la.cruz@example.com",
                "maria.elena.garcia.lopez.de.la.cruz@example.com | note email/long-for-box@0..47",
            ),
            ("a;b@x.com", "- | error email/unexpected-character@1..2"),
            ("N/A", "- | error text/not-applicable@0..3"),
            ("", "- | error email/empty"),
            (" maria@example.com ", "maria@example.com"),
            ("maria＠example.com", "maria@example.com"),
        ],
    );
}

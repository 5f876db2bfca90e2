use crate::support::rows;
use prefile::Kind;

#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn family_name() {
    rows(
        Kind::FamilyName,
        &[
            ("Garcia", "Garcia"),
            (
                "García",
                "García | note family-name/box-may-refuse@4..6 -> Garcia",
            ),
            (
                "garcía lópez",
                "garcía lópez | note family-name/box-may-refuse@4..6 -> garcia lopez",
            ),
            (
                "O'Brien",
                "O'Brien | note family-name/box-may-refuse@1..2 -> OBrien",
            ),
            (
                "O’Brien",
                "O’Brien | note family-name/box-may-refuse@1..4 -> OBrien",
            ),
            (
                "D'Angelo",
                "D'Angelo | note family-name/box-may-refuse@1..2 -> DAngelo",
            ),
            (
                "Nguyễn",
                "Nguyễn | note family-name/box-may-refuse@4..7 -> Nguyen",
            ),
            (
                "Nguyễn Thị",
                "Nguyễn Thị | note family-name/box-may-refuse@4..7 -> Nguyen Thi",
            ),
            (
                "Müller",
                "Müller | note family-name/box-may-refuse@1..3 -> Muller",
            ),
            (
                "Strauß",
                "Strauß | note family-name/box-may-refuse@5..7 -> Strauss",
            ),
            (
                "Ødegård",
                "Ødegård | note family-name/box-may-refuse@0..2 -> Odegard",
            ),
            (
                "Æbeltoft",
                "Æbeltoft | note family-name/box-may-refuse@0..2 -> AEbeltoft",
            ),
            (
                "Þórsdóttir",
                "Þórsdóttir | note family-name/box-may-refuse@0..2 -> Thorsdottir",
            ),
            (
                "Şahin",
                "Şahin | note family-name/box-may-refuse@0..2 -> Sahin",
            ),
            (
                "Işık",
                "Işık | note family-name/box-may-refuse@1..3 -> Isik",
            ),
            (
                "Łukasiewicz",
                "Łukasiewicz | note family-name/box-may-refuse@0..2 -> Lukasiewicz",
            ),
            (
                "Dvořák",
                "Dvořák | note family-name/box-may-refuse@3..5 -> Dvorak",
            ),
            (
                "Popescu-Țîrlea",
                "Popescu-Țîrlea | note family-name/box-may-refuse@8..10 -> Popescu-Tirlea",
            ),
            (
                "Hüseynov",
                "Hüseynov | note family-name/box-may-refuse@1..3 -> Huseynov",
            ),
            (
                "Əliyev",
                "Əliyev | note family-name/box-may-refuse@0..2 -> Eliyev",
            ),
            (
                "St. John",
                "St. John | note family-name/box-may-refuse@2..3 -> St John",
            ),
            ("J.R.", "J.R. | note family-name/box-may-refuse@1..2 -> JR"),
            ("de la Cruz", "de la Cruz"),
            ("van der Berg", "van der Berg"),
            ("Al-Masri", "Al-Masri"),
            ("Ng", "Ng"),
            ("O", "O"),
            ("Li", "Li"),
            ("Иванов", "Иванов | note family-name/box-may-refuse@0..2"),
            (
                "Παπαδόπουλος",
                "Παπαδόπουλος | note family-name/box-may-refuse@0..2",
            ),
            ("王", "王 | note family-name/box-may-refuse@0..3"),
            ("김", "김 | note family-name/box-may-refuse@0..3"),
            ("محمدی", "محمدی | note family-name/box-may-refuse@0..2"),
            (
                "می\u{200c}خواهم",
                "می\u{200c}خواهم | note family-name/box-may-refuse@0..2",
            ),
            ("नारायण", "नारायण | note family-name/box-may-refuse@0..3"),
            (
                "Jose\u{301}",
                "Jose\u{301} | note family-name/box-may-refuse@4..6 -> Jose",
            ),
            ("ǃGâseb", "ǃGâseb | note family-name/box-may-refuse@0..2"),
            (
                "Kaleoʻokalani",
                "Kaleoʻokalani | note family-name/box-may-refuse@5..7 -> Kaleookalani",
            ),
            (
                "Garcia Jr.",
                "Garcia Jr. | note family-name/box-may-refuse@9..10 -> Garcia Jr",
            ),
            (
                "Garcia, Jr.",
                "Garcia, Jr. | note family-name/box-may-refuse@6..7 -> Garcia Jr",
            ),
            (
                "GARCIA, MARIA",
                "GARCIA, MARIA | note family-name/whole-name@0..13 -> GARCIA",
            ),
            (
                "Mrs. Garcia",
                "Mrs. Garcia | note family-name/title@0..11 -> Garcia",
            ),
            (
                "Dr Garcia",
                "Dr Garcia | note family-name/title@0..9 -> Garcia",
            ),
            (
                "Garcia \"Lola\" Lopez",
                "Garcia \"Lola\" Lopez | note family-name/nickname@0..19 -> Garcia Lopez",
            ),
            (
                "Garcia (Lopez)",
                "Garcia (Lopez) | note family-name/nickname@0..14 -> Garcia",
            ),
            (
                "Gаrcia",
                "Gаrcia | warning family-name/look-alike-letter@1..3 -> Garcia",
            ),
            (
                "Сергeй",
                "Сергeй | warning family-name/look-alike-letter@0..2",
            ),
            (
                "Garcia2",
                "Garcia2 | warning family-name/odd-character@6..7",
            ),
            ("007", "007 | warning family-name/odd-character@0..1"),
            ("M@ria", "M@ria | warning family-name/odd-character@1..2"),
            ("LNU", "LNU | note family-name/missing-name@0..3"),
            ("N/A", "N/A | note family-name/missing-name@0..3"),
            ("n/a", "n/a | note family-name/missing-name@0..3"),
            ("None", "None | note family-name/missing-name@0..4"),
            ("-", "- | note family-name/missing-name@0..1"),
            ("Na", "Na"),
            ("Null", "Null"),
            (
                "  Garcia  Lopez ",
                "Garcia Lopez | note family-name/extra-spaces -> Garcia Lopez",
            ),
            (
                "Garc\u{200b}ia",
                "Garcia | note family-name/extra-spaces -> Garcia",
            ),
            ("Ｇａｒｃｉａ", "Garcia"),
            ("Ana‐Maria", "Ana-Maria"),
            (
                "maria@example.com",
                "- | error family-name/another-kind@0..17 = email",
            ),
            (
                "EAC2212345678",
                "- | error family-name/another-kind@0..13 = receipt-number",
            ),
            (
                "A012-345-678",
                "- | error family-name/another-kind@0..12 = a-number",
            ),
            (
                "202-555-0123",
                "- | error family-name/another-kind@0..12 = phone",
            ),
            (
                "10/05/1967",
                "- | error family-name/another-kind@0..10 = date",
            ),
            (
                "https://www.uscis.gov",
                "- | error family-name/another-kind@0..21 = link",
            ),
            ("", "- | error family-name/empty"),
            ("   ", "- | error family-name/empty"),
            ("\u{200b}", "- | error text/only-invisible"),
        ],
    );
}

#[test]
fn given_name() {
    rows(
        Kind::GivenName,
        &[
            ("Maria", "Maria"),
            (
                "María José",
                "María José | note given-name/box-may-refuse@3..5 -> Maria Jose",
            ),
            ("Jean-Luc", "Jean-Luc"),
            ("Mary Ann", "Mary Ann"),
            ("J", "J"),
            ("J.", "J. | note given-name/box-may-refuse@1..2 -> J"),
            (
                "D'Arcy",
                "D'Arcy | note given-name/box-may-refuse@1..2 -> DArcy",
            ),
            ("Zoë", "Zoë | note given-name/box-may-refuse@2..4 -> Zoe"),
            (
                "Nguyen, Van",
                "Nguyen, Van | note given-name/whole-name@0..11 -> Van",
            ),
            (
                "Lopez, Maria",
                "Lopez, Maria | note given-name/whole-name@0..12 -> Maria",
            ),
            (
                "Dr. Maria",
                "Dr. Maria | note given-name/title@0..9 -> Maria",
            ),
            (
                "Dr. Prof. Maria",
                "Dr. Prof. Maria | note given-name/title@0..15 -> Maria",
            ),
            (
                "Jose (Pepe)",
                "Jose (Pepe) | note given-name/nickname@0..11 -> Jose",
            ),
            (
                "Jose “Pepe” Luis",
                "Jose “Pepe” Luis | note given-name/nickname@0..20 -> Jose Luis",
            ),
            ("FNU", "FNU | note given-name/missing-name@0..3"),
            ("Sr. Juan", "Sr. Juan | note given-name/title@0..8 -> Juan"),
            ("Sr", "Sr"),
            ("Anna3", "Anna3 | warning given-name/odd-character@4..5"),
            ("ana", "ana"),
            ("ANA", "ANA"),
            ("Мария", "Мария | note given-name/box-may-refuse@0..2"),
            (
                "Mаria",
                "Mаria | warning given-name/look-alike-letter@1..3 -> Maria",
            ),
            (" Ana", "Ana | note given-name/extra-spaces -> Ana"),
            ("Md Rahman", "Md Rahman"),
            (
                "Mohd. Ali",
                "Mohd. Ali | note given-name/box-may-refuse@4..5 -> Mohd Ali",
            ),
            (
                "X Æ A",
                "X Æ A | note given-name/box-may-refuse@2..4 -> X AE A",
            ),
            (
                "Maria Maria maria@example.com",
                "Maria Maria maria@example.com | warning given-name/odd-character@17..18",
            ),
        ],
    );
}

#[test]
fn middle_name() {
    rows(
        Kind::MiddleName,
        &[
            ("Elena", "Elena"),
            ("E", "E"),
            ("E.", "E. | note middle-name/box-may-refuse@1..2 -> E"),
            ("N/A", "N/A"),
            ("NA", "NA"),
            ("None", "None | note middle-name/missing-name@0..4"),
            (
                "No aplica",
                "No aplica | note middle-name/missing-name@0..9",
            ),
            ("no tengo", "no tengo | note middle-name/missing-name@0..8"),
            ("NMN", "NMN | note middle-name/missing-name@0..3"),
            ("", " | note middle-name/left-empty"),
            (
                "Ana-Elena",
                "Ana-Elena | note middle-name/box-may-refuse@3..4 -> Ana Elena",
            ),
            ("Ana Elena", "Ana Elena"),
            ("D'Or", "D'Or | note middle-name/box-may-refuse@1..2 -> DOr"),
            (
                "María",
                "María | note middle-name/box-may-refuse@3..5 -> Maria",
            ),
            (
                "de los Ángeles",
                "de los Ángeles | note middle-name/box-may-refuse@7..9 -> de los Angeles",
            ),
            ("Elena2", "Elena2 | warning middle-name/odd-character@5..6"),
            (
                "IOE0123456789",
                "- | error middle-name/another-kind@0..13 = receipt-number",
            ),
            ("  ", " | note middle-name/left-empty"),
        ],
    );
}

#[test]
fn in_care_of() {
    rows(
        Kind::InCareOf,
        &[
            ("Rosa Lopez", "Rosa Lopez"),
            ("c/o Rosa Lopez", "Rosa Lopez"),
            ("C/O: Rosa López", "Rosa López"),
            ("in care of Rosa", "Rosa"),
            ("Urb. Las Gladiolas 2", "Urb. Las Gladiolas 2"),
            (
                "Law Office of Maria Elena Garcia Lopez",
                "Law Office of Maria Elena Garcia Lopez | note in-care-of/long-for-box@0..38",
            ),
            (
                "rosa@example.com",
                "- | error in-care-of/another-kind@0..16 = email",
            ),
            ("", " | note in-care-of/left-empty"),
            (
                "Rosa  Lopez",
                "Rosa Lopez | note in-care-of/extra-spaces -> Rosa Lopez",
            ),
            ("c/o", "c/o"),
        ],
    );
}

//! A right name is never called wrong: no error, no warning; at most what an official box takes.

use crate::support::today;
use prefile::{Kind, Severity, check};

#[track_caller]
fn right(kinds: &[Kind], values: &[&str]) {
    for kind in kinds {
        for value in values {
            let answer = check(*kind, value, today());
            let grave: Vec<&str> = answer
                .findings
                .iter()
                .filter(|finding| finding.severity() != Severity::Note)
                .map(|finding| finding.code.id())
                .collect();
            assert!(grave.is_empty(), "{value:?} as {}: {grave:?}", kind.id());
            assert_eq!(answer.value.as_deref(), Some(*value), "kept as it is");
        }
    }
}

#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn names_of_people() {
    right(
        &[Kind::FamilyName, Kind::GivenName, Kind::MiddleName],
        &[
            // One letter, one name, particles, capitals and none.
            "O",
            "E",
            "U",
            "Ng",
            "Aye",
            "Sukarno",
            "LOPEZ",
            "lopez",
            "McDonald",
            "MacLeod",
            "de la Cruz",
            "dos Santos Pereira",
            "von der Leyen",
            "van 't Hoff",
            "bin Rashid",
            "al-Hakim",
            "Ould Ahmed",
            "Ap Rhys",
            "Ó Súilleabháin",
            "Nic Dhòmhnaill",
            // Marks of every kind.
            "José",
            "Nuñez",
            "Peña-Quiñones",
            "Françoise",
            "Noël",
            "Zoë",
            "Jürgen",
            "Weiß",
            "Åsa",
            "Søren",
            "Ægir",
            "Þóra",
            "Guðmundsdóttir",
            "Łucja",
            "Żółć",
            "Dvořáková",
            "Ľubomír",
            "Čović",
            "Đorđević",
            "Șerban",
            "Țuțea",
            "Ğül",
            "İbrahim",
            "Işıl",
            "Ayşe",
            "Əhməd",
            "Õnne",
            "Ülle",
            "Jānis",
            "Žydrūnas",
            "Ġorġ",
            "Ħamrun",
            "Ŵyn",
            "Nguyễn",
            "Đặng",
            "Phạm Thị Ánh",
            "Keʻalohi",
            "Kahananui-Kealoha",
            "Tāne",
            "Ngũgĩ",
            "Ọlúṣẹ́gun",
            "Ṣadé",
            "Ɓala",
            "Ɗanjuma",
            "ǂKhoa",
            "Ñāñcupil",
            "Yahto’a",
            // Signs.
            "O'Brien",
            "O’Brien",
            "D'Souza",
            "N'Diaye",
            "Ba'ath",
            "'Abd",
            "Sa`id",
            "L·lull",
            "St. Clair",
            "J. R.",
            "J.P.",
            "Md. Karim",
            "Jr.",
            "King Jr.",
            "Smith, Jr.",
            "Smith III",
            "Anne-Marie",
            "Kim-Lee",
            "Mary Kate",
            "X",
            "Xi",
            "Na",
            "Nil",
            "Null",
            "True",
            "An",
            "Test",
            "Sr",
            "Doe",
            "Don",
            "Miss",
            "King",
            "Nobody",
            "Noname",
            // Other scripts.
            "Иванова",
            "Сергій",
            "Ґалаґан",
            "Παπαδοπούλου",
            "Հակոբյան",
            "ქართველიშვილი",
            "כהן",
            "بن سلمان",
            "محمد علی",
            "می\u{200c}نا",
            "अमिताभ",
            "ক্ষমা",
            "ਗੁਰਪ੍ਰੀਤ",
            "தமிழ்",
            "ශ්\u{200d}රී",
            "ธนวัฒน์",
            "ຄຳ",
            "မောင်",
            "សុខ",
            "王小明",
            "欧阳娜娜",
            "山田",
            "佐々木",
            "ヤマダ",
            "김민준",
            "남궁",
            "ᠪᠠᠲᠤ",
            "አበበ",
            "ⵎⵓⵃⵏⴷ",
        ],
    );
}

#[test]
fn places() {
    right(
        &[Kind::City, Kind::Province, Kind::Country],
        &[
            "Y",
            "Å",
            "Ii",
            "Ub",
            "Lyon",
            "St. Louis",
            "Sault Ste. Marie",
            "O'Fallon",
            "Winston-Salem",
            "Truth or Consequences",
            "Coeur d'Alene",
            "Cañon City",
            "King of Prussia",
            "San Juan",
            "Mayagüez",
            "Hagåtña",
            "Pago Pago",
            "Ciudad Juárez",
            "Santiago de los Caballeros",
            "Tegucigalpa",
            "Port-au-Prince",
            "Brașov",
            "Łódź",
            "'s-Hertogenbosch",
            "Llanfairpwll",
            "Zürich",
            "Malmö",
            "Reykjavík",
            "Kraków",
            "N'Djamena",
            "Sana'a",
            "Thành phố Hồ Chí Minh",
            "Ar Riyāḍ",
            "Москва",
            "Київ",
            "北京",
            "서울",
            "القاهرة",
            "मुंबई",
            "Bosnia and Herzegovina",
            "Côte d'Ivoire",
            "Timor-Leste",
            "Guinea-Bissau",
            "stateless",
        ],
    );
    // No country has a digit in its name.
    right(
        &[Kind::City, Kind::Province],
        &["10th of Ramadan", "29 Palms", "6 de Octubre"],
    );
}

#[test]
fn streets() {
    right(
        &[Kind::Street, Kind::InCareOf],
        &[
            "123 Main Street",
            "1 Elm",
            "37-52 80th Street",
            "123 1/2 Oak Ave.",
            "PO Box 9",
            "P.O. Box 1234",
            "HC 2 Box 45",
            "RR 1 Box 7A",
            "PSC 802 Box 74",
            "Unit 100100 Box 4120",
            "N6W23001 Bluemound Rd",
            "W1440 County Road C",
            "Urb. Las Gladiolas 150 Calle A",
            "Carr. 2 Km. 7.3",
            "Av. 9 de Julio 1925",
            "Calle 72 #10-34",
            "Rua Augusta, 1508",
            "Blvd. Benito Juárez s/n",
            "Königstraße 5",
            "10 Downing Street",
            "Flat 3 Elm House",
            "221B Baker Street",
            "ул. Ленина 5",
            "東京都港区1-2-3",
            "12 Lê Lợi",
            "Stone House",
            "Plot 5, Block C",
            "Next to the church",
            "No. 7 Lane 12",
        ],
    );
}

#[test]
fn units_and_postal_codes() {
    right(
        &[Kind::Unit],
        &["4", "4B", "PH", "12-C", "1/2", "B 3", "4º B", "地下"],
    );
    right(
        &[Kind::PostalCode],
        &[
            "44100",
            "1000",
            "K1A 0B1",
            "SW1A 1AA",
            "D02 AF30",
            "100-0001",
            "01310-100",
            "AD500",
            "1234 AB",
            "LV-1010",
            "VC0100",
            "SE-111 22",
            "999077",
        ],
    );
}

#[test]
fn e_mail_addresses() {
    right(
        &[Kind::Email],
        &[
            "maria@example.com",
            "m.l+uscis@example.org",
            "o'brien@example.ie",
            "a_b-c@x-y.co.uk",
            "maria@mail.gob.mx",
            "josé@example.es",
            "用户@例え.jp",
            "m@example.info",
            "1@2.com",
            "maria@gmail.com",
            "maria@googlemail.com",
            "maria@yahoo.es",
            "maria@hotmail.fr",
            "maria@live.com",
            "maria@ymail.com",
            "maria@aol.com",
            "maria@proton.me",
            "m@qq.com",
        ],
    );
}

use crate::support::rows;
use prefile::Kind;

#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn street() {
    rows(
        Kind::Street,
        &[
            ("123 Main Street", "123 Main Street"),
            (
                "123 Main St.",
                "123 Main St. | note street/box-may-refuse@11..12 -> 123 Main St",
            ),
            (
                "123 Main St, Apt 4",
                "123 Main St, Apt 4 | note street/unit-inside@0..18 -> 123 Main St",
            ),
            (
                "123 Main St Apt. 4B",
                "123 Main St Apt. 4B | note street/unit-inside@0..19 -> 123 Main St",
            ),
            (
                "Carrera 7 # 12-34",
                "Carrera 7 # 12-34 | note street/box-may-refuse@10..11 -> Carrera 7 12 34",
            ),
            (
                "Calle 45 #23-10",
                "Calle 45 #23-10 | note street/box-may-refuse@9..10 -> Calle 45 23 10",
            ),
            (
                "Av. Juarez #45",
                "Av. Juarez #45 | note street/box-may-refuse@2..3 -> Av Juarez 45",
            ),
            (
                "Calle 45 #23-10 Apto 301",
                "Calle 45 #23-10 Apto 301 | note street/unit-inside@0..24 -> Calle 45 #23-10",
            ),
            (
                "123 Main St # 4-B",
                "123 Main St # 4-B | note street/unit-inside@0..17 -> 123 Main St",
            ),
            (
                "123 Main St Apt. # 4",
                "123 Main St Apt. # 4 | note street/unit-inside@0..20 -> 123 Main St",
            ),
            (
                "Calle 45 Apto # 301",
                "Calle 45 Apto # 301 | note street/unit-inside@0..19 -> Calle 45",
            ),
            (
                "123 Main St #4",
                "123 Main St #4 | note street/unit-inside@0..14 -> 123 Main St",
            ),
            (
                "123 Main St # 4",
                "123 Main St # 4 | note street/unit-inside@0..15 -> 123 Main St",
            ),
            (
                "123 Main St Unit A",
                "123 Main St Unit A | note street/unit-inside@0..18 -> 123 Main St",
            ),
            (
                "45 Elm Suite 200",
                "45 Elm Suite 200 | note street/unit-inside@0..16 -> 45 Elm",
            ),
            (
                "5 Oak 2nd Floor",
                "5 Oak 2nd Floor | note street/unit-inside@0..15 -> 5 Oak",
            ),
            (
                "5 Oak Floor 2",
                "5 Oak Floor 2 | note street/unit-inside@0..13 -> 5 Oak",
            ),
            ("12 Floor Street", "12 Floor Street"),
            (
                "P.O. Box 123",
                "P.O. Box 123 | note street/box-may-refuse@1..2 -> PO Box 123",
            ),
            ("PO Box 123", "PO Box 123"),
            ("HC 1 Box 23", "HC 1 Box 23"),
            ("PSC 1234 Box 5678", "PSC 1234 Box 5678"),
            (
                "37-52 80th Street",
                "37-52 80th Street | note street/box-may-refuse@2..3 -> 37 52 80th Street",
            ),
            ("123 1/2 Main", "123 1/2 Main"),
            ("N6W23001 Bluemound Rd", "N6W23001 Bluemound Rd"),
            ("Calle 5 de Mayo 12", "Calle 5 de Mayo 12"),
            (
                "Av. Insurgentes Sur 1602",
                "Av. Insurgentes Sur 1602 | note street/box-may-refuse@2..3 -> Av Insurgentes Sur 1602",
            ),
            (
                "Rua São João, 15",
                "Rua São João, 15 | note street/box-may-refuse@5..7 -> Rua Sao Joao 15",
            ),
            (
                "ul. Długa 7",
                "ul. Długa 7 | note street/box-may-refuse@2..3 -> ul Dluga 7",
            ),
            (
                "Königstraße 5",
                "Königstraße 5 | note street/box-may-refuse@1..3 -> Konigstrasse 5",
            ),
            (
                "東京都千代田区1-1",
                "東京都千代田区1-1 | note street/box-may-refuse@0..3",
            ),
            (
                "Hauptstr. 12 B",
                "Hauptstr. 12 B | note street/box-may-refuse@8..9 -> Hauptstr 12 B",
            ),
            ("Flat 3", "Flat 3"),
            (
                "123 O'Connell St",
                "123 O'Connell St | note street/box-may-refuse@5..6 -> 123 OConnell St",
            ),
            (
                "12345 North Martin Luther King Boulevard",
                "12345 North Martin Luther King Boulevard | note street/long-for-box@0..40",
            ),
            (
                "123 Main St, Dallas, TX 75001",
                "123 Main St, Dallas, TX 75001 | warning street/whole-address@0..29",
            ),
            (
                "123 Main St, Dallas, TX 75001, USA",
                "123 Main St, Dallas, TX 75001, USA | warning street/whole-address@0..34",
            ),
            (
                "123 Main St, Dallas, Texas 75001",
                "123 Main St, Dallas, Texas 75001 | warning street/whole-address@0..32",
            ),
            ("Camino Texas 75001", "Camino Texas 75001"),
            (
                "123 Main St Dallas TX 75001-1234",
                "123 Main St Dallas TX 75001-1234 | warning street/whole-address@0..32",
            ),
            (
                "123  Main",
                "123 Main | note street/extra-spaces -> 123 Main",
            ),
            (
                "maria@example.com",
                "- | error street/another-kind@0..17 = email",
            ),
            (
                "202-555-0123",
                "- | error street/another-kind@0..12 = phone",
            ),
            (
                "123 Mаin St",
                "123 Mаin St | warning street/look-alike-letter@5..7 -> 123 Main St",
            ),
            ("Apt 4", "Apt 4 | note street/unit-inside@0..5"),
            ("Stone House", "Stone House"),
            ("", "- | error street/empty"),
        ],
    );
}

#[test]
fn unit() {
    rows(
        Kind::Unit,
        &[
            ("4B", "4B"),
            ("#4B", "4B"),
            ("# 4B", "4B"),
            ("Apt 4B", "Apt 4B | note unit/with-word@0..6 -> 4B"),
            ("APT. 4B", "APT. 4B | note unit/with-word@0..7 -> 4B"),
            ("Suite 200", "Suite 200 | note unit/with-word@0..9 -> 200"),
            ("Floor 2", "Floor 2 | note unit/with-word@0..7 -> 2"),
            ("2nd Fl", "2nd Fl"),
            ("Building 7", "Building 7 | note unit/long-for-box@0..10"),
            ("PH", "PH"),
            ("1234567", "1234567 | note unit/long-for-box@0..7"),
            ("", " | note unit/left-empty"),
        ],
    );
}

#[test]
fn city() {
    rows(
        Kind::City,
        &[
            ("Dallas", "Dallas"),
            ("New York", "New York"),
            (
                "St. Louis",
                "St. Louis | note city/box-may-refuse@2..3 -> St Louis",
            ),
            (
                "Winston-Salem",
                "Winston-Salem | note city/box-may-refuse@7..8 -> Winston Salem",
            ),
            (
                "Coeur d'Alene",
                "Coeur d'Alene | note city/box-may-refuse@7..8 -> Coeur dAlene",
            ),
            (
                "Ciudad Juárez",
                "Ciudad Juárez | note city/box-may-refuse@9..11 -> Ciudad Juarez",
            ),
            (
                "São Paulo",
                "São Paulo | note city/box-may-refuse@1..3 -> Sao Paulo",
            ),
            (
                "Dallas, TX",
                "Dallas, TX | note city/state-inside@0..10 -> Dallas",
            ),
            (
                "Dallas, Texas 75001",
                "Dallas, Texas 75001 | note city/state-inside@0..19 -> Dallas",
            ),
            (
                "Washington, DC",
                "Washington, DC | note city/state-inside@0..14 -> Washington",
            ),
            (
                "Rancho Santa Margarita",
                "Rancho Santa Margarita | note city/long-for-box@0..22",
            ),
            ("75001", "- | error city/another-kind@0..5 = zip"),
            ("29 Palms", "29 Palms | note city/box-may-refuse@0..1"),
            (
                "10th of Ramadan City",
                "10th of Ramadan City | note city/box-may-refuse@0..1",
            ),
            ("Ho Chi Minh City", "Ho Chi Minh City"),
            (
                "Thành phố",
                "Thành phố | note city/box-may-refuse@2..4 -> Thanh pho",
            ),
            ("Å", "Å | note city/box-may-refuse@0..2 -> A"),
            ("Y", "Y"),
            ("Москва", "Москва | note city/box-may-refuse@0..2"),
            (
                "Mоscow",
                "Mоscow | warning city/look-alike-letter@1..3 -> Moscow",
            ),
            (
                "Dallas  Park",
                "Dallas Park | note city/extra-spaces -> Dallas Park",
            ),
            (
                "Val-d'Or",
                "Val-d'Or | note city/box-may-refuse@3..4 -> Val dOr",
            ),
            (
                "dallas@example.com",
                "- | error city/another-kind@0..18 = email",
            ),
            ("", "- | error city/empty"),
        ],
    );
}

#[test]
fn province() {
    rows(
        Kind::Province,
        &[
            ("Jalisco", "Jalisco"),
            (
                "Nuevo León",
                "Nuevo León | note province/box-may-refuse@8..10 -> Nuevo Leon",
            ),
            ("Ontario", "Ontario"),
            (
                "Île-de-France",
                "Île-de-France | note province/box-may-refuse@0..2 -> Ile de France",
            ),
            (
                "Provincia de Buenos Aires",
                "Provincia de Buenos Aires | note province/long-for-box@0..25",
            ),
            ("Zone 5", "Zone 5"),
            ("Ha Noi", "Ha Noi"),
            (
                "Hà Nội",
                "Hà Nội | note province/box-may-refuse@1..3 -> Ha Noi",
            ),
            ("", " | note province/left-empty"),
            (
                "jalisco@example.com",
                "- | error province/another-kind@0..19 = email",
            ),
            (
                "Nuevo  Leon",
                "Nuevo Leon | note province/extra-spaces -> Nuevo Leon",
            ),
        ],
    );
}

#[test]
fn postal_code() {
    rows(
        Kind::PostalCode,
        &[
            ("44100", "44100"),
            ("K1A 0B1", "K1A 0B1"),
            ("k1a 0b1", "K1A 0B1"),
            ("SW1A 1AA", "SW1A 1AA"),
            (
                "01310-100",
                "01310-100 | note postal-code/box-may-refuse@5..6 -> 01310 100",
            ),
            (
                "100-0001",
                "100-0001 | note postal-code/box-may-refuse@3..4 -> 100 0001",
            ),
            (
                "SE-123 45",
                "SE-123 45 | note postal-code/box-may-refuse@2..3 -> SE 123 45",
            ),
            (
                "12345 67890",
                "12345 67890 | note postal-code/long-for-box@0..11",
            ),
            ("1000", "1000"),
            ("", " | note postal-code/left-empty"),
            ("SW1A  1AA", "SW1A 1AA"),
            ("N/A", "N/A | note postal-code/box-may-refuse@1..2"),
        ],
    );
}

#[test]
fn country() {
    rows(
        Kind::Country,
        &[
            ("Mexico", "Mexico"),
            (
                "México",
                "México | note country/box-may-refuse@1..3 -> Mexico",
            ),
            (
                "Côte d'Ivoire",
                "Côte d'Ivoire | note country/box-may-refuse@1..3 -> Cote dIvoire",
            ),
            ("Bosnia and Herzegovina", "Bosnia and Herzegovina"),
            (
                "Guinea-Bissau",
                "Guinea-Bissau | note country/box-may-refuse@6..7 -> Guinea Bissau",
            ),
            (
                "St. Lucia",
                "St. Lucia | note country/box-may-refuse@2..3 -> St Lucia",
            ),
            (
                "Korea, South",
                "Korea, South | note country/box-may-refuse@5..6 -> Korea South",
            ),
            ("USA", "USA | note country/code@0..3 -> United States"),
            ("U.S.A.", "U.S.A. | note country/code@0..6 -> United States"),
            ("us", "us | note country/code@0..2 -> United States"),
            ("MX", "MX | note country/code@0..2 -> Mexico"),
            ("mex", "mex | note country/code@0..3 -> Mexico"),
            ("XYZ", "XYZ | note country/code@0..3"),
            ("UAE", "UAE | note country/code@0..3"),
            ("stateless", "stateless"),
            (
                "Timor-Leste",
                "Timor-Leste | note country/box-may-refuse@5..6 -> Timor Leste",
            ),
            (
                "Türkiye",
                "Türkiye | note country/box-may-refuse@1..3 -> Turkiye",
            ),
            ("中国", "中国 | note country/box-may-refuse@0..3"),
            ("Chad", "Chad"),
            ("Cuba", "Cuba"),
            ("20001", "20001 | warning country/odd-character@0..1"),
            ("Mexico 2", "Mexico 2 | warning country/odd-character@7..8"),
            ("", "- | error country/empty"),
            (
                "Mexicо",
                "Mexicо | warning country/look-alike-letter@5..7 -> Mexico",
            ),
            (
                "mexico@example.com",
                "- | error country/another-kind@0..18 = email",
            ),
            (
                "South  Korea",
                "South Korea | note country/extra-spaces -> South Korea",
            ),
        ],
    );
}

//! What findings say, in both languages.

mod support;

use prefile::{
    Code, Kind, check,
    finding::{Param, Word},
    message::{Catalogue, catalogue_source, explain, message, spoken_source},
};
use support::today;

/// The first finding's message.
fn said(kind: Kind, typed: &str, texts: &Catalogue) -> String {
    let answer = check(kind, typed, today());
    message(&answer.findings[0], kind, texts)
}

#[test]
fn findings_say_what_is_wrong() {
    let (english, spanish) = (Catalogue::english(), Catalogue::spanish());
    for (kind, typed, in_english, in_spanish) in [
        (
            Kind::ANumber,
            "A12",
            "An A-Number has 7 to 9 digits; this has 2. Compare it with the paper.",
            "Un A-Number tiene de 7 a 9 dígitos; aquí hay 2. Compárelo con el papel.",
        ),
        (
            Kind::ANumber,
            "AO12345678",
            "There is the letter O where a digit goes. Is it the digit 0?",
            "Está la letra O donde va un dígito. ¿Es el dígito 0?",
        ),
        (
            Kind::ANumber,
            "EAC2212345678",
            "This is a receipt number. This box wants the A-Number. Where to find it: On the front of a green card or work permit (USCIS#), and on notices from USCIS.",
            "Esto es un número de recibo. En esta casilla va el A-Number. ¿Dónde está? En el frente de la tarjeta verde o del permiso de trabajo (USCIS#), y en los avisos de USCIS.",
        ),
        (
            Kind::ANumber,
            "",
            "Enter the A-Number.",
            "Escriba el A-Number.",
        ),
        (
            Kind::ReceiptNumber,
            "LIN2810045678",
            "This number would be from fiscal year 2028, which has not begun. Compare the 2 digits after the letters.",
            "Este número sería del año fiscal 2028, que no ha empezado. Compare los 2 dígitos después de las letras.",
        ),
        (
            Kind::Ssn,
            "912-90-3456",
            "This is an ITIN. This box wants the Social Security Number. Where to find it: On your Social Security card.",
            "Esto es un ITIN. En esta casilla va el número de Seguro Social. ¿Dónde está? En su tarjeta de Seguro Social.",
        ),
        (
            Kind::DateOfBirth,
            "01/05/2030",
            "This day is still to come. Enter the day of birth.",
            "Este día todavía no llega. Escriba el día de nacimiento.",
        ),
        (
            Kind::DateOfBirth,
            "02/30/1990",
            "There is no such day. Look at the month and the day again.",
            "Ese día no existe. Revise el mes y el día.",
        ),
        (
            Kind::PassportNumber,
            "EAC2212345678",
            "This is a receipt number. This box wants the passport number. Where to find it: On the page of your passport with your photo.",
            "Esto es un número de recibo. En esta casilla va el número de pasaporte. ¿Dónde está? En la página de su pasaporte con su foto.",
        ),
        (
            Kind::FormNumber,
            "l-485",
            "This begins with the letter L. Is it the letter I, as in I-485?",
            "Empieza con la letra L. ¿Es la letra I, como en I-485?",
        ),
        (
            Kind::Zip,
            "7500",
            "A ZIP Code has 5 digits; this has 4. Compare it with the paper.",
            "Un ZIP Code tiene 5 dígitos; aquí hay 4. Compárelo con el papel.",
        ),
    ] {
        assert_eq!(said(kind, typed, &english), in_english);
        assert_eq!(said(kind, typed, &spanish), in_spanish);
    }
}

#[test]
fn kinds_have_their_words() {
    let of = |texts: &Catalogue, kind| {
        let words = [
            Catalogue::title,
            Catalogue::a,
            Catalogue::the,
            Catalogue::length,
            Catalogue::place,
        ];
        words.map(|word| word(texts, kind).to_owned())
    };
    let (english, spanish) = (Catalogue::english(), Catalogue::spanish());
    assert_eq!(
        of(&english, Kind::ANumber),
        [
            "A-Number",
            "an A-Number",
            "the A-Number",
            "7 to 9 digits",
            "On the front of a green card or work permit (USCIS#), and on notices from USCIS."
        ]
    );
    assert_eq!(
        of(&spanish, Kind::ANumber),
        [
            "A-Number (Número A)",
            "un A-Number",
            "el A-Number",
            "de 7 a 9 dígitos",
            "En el frente de la tarjeta verde o del permiso de trabajo (USCIS#), y en los avisos de USCIS."
        ]
    );
    assert_eq!(
        of(&english, Kind::ReceiptNumber),
        [
            "receipt number",
            "a receipt number",
            "the receipt number",
            "3 letters and 10 digits (13 in all)",
            "At the top left of a notice I-797, in your online account, and as Card# on cards."
        ]
    );
    assert_eq!(
        of(&spanish, Kind::ReceiptNumber),
        [
            "número de recibo",
            "un número de recibo",
            "el número de recibo",
            "3 letras y 10 dígitos (13 en total)",
            "Arriba a la izquierda en un aviso I-797, en su cuenta en línea, y como Card# en las tarjetas."
        ]
    );
    assert_eq!(
        of(&english, Kind::Link),
        ["link", "a link", "the link", "text", "-"]
    );
    assert_eq!(
        of(&spanish, Kind::Link),
        ["enlace", "un enlace", "el enlace", "texto", "-"]
    );
    assert_eq!((english.language(), spanish.language()), ("en", "es"));
    assert_eq!(english.word(Word::PartYear), "fiscal year");
    assert_eq!(spanish.word(Word::PartYear), "año fiscal");
}

/// Every number and day that a finding can name.
#[test]
fn numbers_are_written_out() {
    let english = Catalogue::english();
    let mut finding = check(Kind::Zip, "7500", today()).findings.swap_remove(0);
    for number in [
        0,
        1,
        9,
        10,
        19,
        99,
        100,
        4096,
        65_536,
        999_999_999,
        1_000_000_000,
        u32::MAX,
    ] {
        finding.params[0] = Param::Number(number);
        let said = message(&finding, Kind::Zip, &english);
        assert!(said.contains(&format!("this has {number}.")), "{said}");
    }
    for (day, written) in [
        ("1967-01-05", "01/05/1967"),
        ("2026-11-22", "11/22/2026"),
        ("0033-10-10", "10/10/0033"),
    ] {
        finding.params[0] = Param::Day(prefile::Day::from_iso(day).expect("a day"));
        let said = message(&finding, Kind::Zip, &english);
        assert!(said.contains(&format!("this has {written}.")), "{said}");
    }
}

/// A page that says only messages and why they matter loads these.
#[test]
fn spoken_words_are_the_same_without_what_codes_are() {
    assert_eq!(catalogue_source("fr"), None);
    assert_eq!(spoken_source("fr"), None);
    for (whole, language) in [(Catalogue::english(), "en"), (Catalogue::spanish(), "es")] {
        let spoken = spoken_source(language).expect("a language");
        let spoken = Catalogue::new(spoken).expect("a catalogue");
        assert_eq!(spoken.language(), language);
        for code in Code::all() {
            let (short, long) = (explain(code, &spoken), explain(code, &whole));
            assert!(
                !long.what.is_empty() && short.what.is_empty(),
                "{}",
                code.id()
            );
            assert!(
                !long.why.is_empty() && short.why == long.why,
                "{}",
                code.id()
            );
        }
        for kind in Kind::all() {
            assert_eq!(spoken.title(kind), whole.title(kind));
            assert_eq!(spoken.place(kind), whole.place(kind));
        }
        for word in Word::all() {
            assert_eq!(spoken.word(word), whole.word(word));
        }
        assert_eq!(
            said(Kind::Zip, "7500", &spoken),
            said(Kind::Zip, "7500", &whole)
        );
    }
}

//! What an answer says besides its findings: what was read otherwise, what the number says about itself, and its
//! parts.

use crate::support::today;
use prefile::{Kind, check, finding::Detail, identifier::parts};
use std::fmt::Write as _;

/// `what:from>to`, then `name=text` or `name:word`, then `part text`, each after a space.
fn said(kind: Kind, typed: &str) -> String {
    let answer = check(kind, typed, today());
    let mut out = String::new();
    for change in &answer.changes {
        let _ = write!(out, "{}:{}>{} ", change.what, change.from, change.to);
    }
    for (name, detail) in &answer.details {
        let _ = match detail {
            Detail::Text(text) => write!(out, "{name}={text} "),
            Detail::Word(word) => write!(out, "{name}:{} ", word.id()),
        };
    }
    let value = answer.value.unwrap_or_default();
    for part in parts(kind, &value) {
        let _ = write!(out, "[{} {}]", part.name.id(), part.span.of(&value));
    }
    out
}

const ROWS: [(Kind, &str, &str); 64] = [
    (
        Kind::ANumber,
        "A012345678",
        "[part.letter A][part.number 012345678]",
    ),
    (
        Kind::ANumber,
        "A12345678",
        "padding:>0 [part.letter A][part.number 012345678]",
    ),
    (
        Kind::ANumber,
        "1234567",
        "prefix:>A padding:>00 [part.letter A][part.number 001234567]",
    ),
    (
        Kind::ANumber,
        "A 01234-567",
        "separators: -> padding:>0 [part.letter A][part.number 001234567]",
    ),
    (
        Kind::ANumber,
        "012345678",
        "prefix:>A [part.letter A][part.number 012345678]",
    ),
    (
        Kind::ReceiptNumber,
        "EAC2212345678",
        "prefix=EAC office=Vermont Service Center fiscalYear=2022 workday=123 serial=45678 [part.prefix EAC][part.year 22][part.day 123][part.serial 45678]",
    ),
    (
        Kind::ReceiptNumber,
        "ioe 0912345678",
        "separators: > case:ioe>IOE prefix=IOE office=USCIS ELIS [part.prefix IOE][part.number 0912345678]",
    ),
    (
        Kind::ReceiptNumber,
        "EAC*9012345678",
        "prefix=EAC office=Vermont Service Center fiscalYear=1990 workday=123 serial=45678 [part.prefix EAC][part.year 90][part.day 123][part.serial 45678]",
    ),
    (
        Kind::ReceiptNumber,
        "WAC8990012345",
        "prefix=WAC office=California Service Center fiscalYear=2089 workday=900 serial=12345 [part.prefix WAC][part.year 89][part.day 900][part.serial 12345]",
    ),
    (
        Kind::ReceiptNumber,
        "AAO2212345678",
        "prefix=AAO fiscalYear=2022 workday=123 serial=45678 [part.prefix AAO][part.year 22][part.day 123][part.serial 45678]",
    ),
    (
        Kind::ReceiptNumber,
        "XYZ2212345678",
        "prefix=XYZ fiscalYear=2022 workday=123 serial=45678 [part.prefix XYZ][part.year 22][part.day 123][part.serial 45678]",
    ),
    (
        Kind::ReceiptNumber,
        "LIN2700045678",
        "prefix=LIN office=Nebraska Service Center fiscalYear=2027 workday=000 serial=45678 [part.prefix LIN][part.year 27][part.day 000][part.serial 45678]",
    ),
    (
        Kind::OnlineAccountNumber,
        "0123-4567-8901",
        "separators:--> [part.number 012345678901]",
    ),
    (
        Kind::Ssn,
        "219-09-9998",
        "separators:--> [part.area 219][part.group 09][part.serial 9998]",
    ),
    (
        Kind::Itin,
        "912-70-1234",
        "separators:--> [part.area 912][part.group 70][part.serial 1234]",
    ),
    (
        Kind::Ein,
        "911144442",
        "prefix=91 campus=Philadelphia [part.irs-prefix 91][part.serial 1144442]",
    ),
    (
        Kind::I94Number,
        "123456789A1",
        "form:i94.new [part.number 123456789][part.letter A][part.number 1]",
    ),
    (
        Kind::I94Number,
        "12345678901",
        "form:i94.old [part.number 12345678901]",
    ),
    (Kind::SevisId, "12345678", ""),
    (
        Kind::SevisId,
        "N0012345678",
        "digits=0012345678 [part.letter N][part.number 0012345678]",
    ),
    (
        Kind::NvcCaseNumber,
        "MNL2011747003",
        "post=MNL year=2011 dayOfYear=247 sequence=003 [part.post MNL][part.calendar-year 2011][part.day-of-year 747][part.serial 003]",
    ),
    (
        Kind::NvcCaseNumber,
        "MNL2011547003",
        "post=MNL year=2011 dayOfYear=047 sequence=003 [part.post MNL][part.calendar-year 2011][part.day-of-year 547][part.serial 003]",
    ),
    (
        Kind::NvcCaseNumber,
        "MNL2011647003",
        "post=MNL year=2011 dayOfYear=147 sequence=003 [part.post MNL][part.calendar-year 2011][part.day-of-year 647][part.serial 003]",
    ),
    (
        Kind::NvcCaseNumber,
        "MNL2011847003",
        "post=MNL year=2011 dayOfYear=347 sequence=003 [part.post MNL][part.calendar-year 2011][part.day-of-year 847][part.serial 003]",
    ),
    (
        Kind::NvcCaseNumber,
        "MNL2011247003",
        "post=MNL [part.post MNL][part.number 2011247003]",
    ),
    (
        Kind::DvCaseNumber,
        "2024AF36470",
        "year=2024 region:region.africa [part.calendar-year 2024][part.region AF][part.serial 36470]",
    ),
    (
        Kind::Ds160Confirmation,
        "aa00abcdef",
        "case:aaabcdef>AAABCDEF [part.letters AA][part.number 00ABCDEF]",
    ),
    (Kind::VisaNumber, "12345678", "[part.number 12345678]"),
    (Kind::VisaNumber, "K1234567", "[part.number K1234567]"),
    (
        Kind::PassportNumber,
        "123456789",
        "form:passport.us-old-book [part.number 123456789]",
    ),
    (
        Kind::PassportNumber,
        "A12345678",
        "form:passport.us-book [part.number A12345678]",
    ),
    (
        Kind::PassportNumber,
        "C12345678",
        "form:passport.us-card [part.number C12345678]",
    ),
    (Kind::PassportNumber, "X1234567", "[part.number X1234567]"),
    (
        Kind::CertificateNumber,
        "12345678",
        "[part.number 12345678]",
    ),
    (
        Kind::CertificateNumber,
        "A12345678",
        "[part.number A12345678]",
    ),
    (
        Kind::CertificateNumber,
        "AA1234567",
        "[part.number AA1234567]",
    ),
    (
        Kind::EadCategory,
        "c9",
        "case:c>C padding:>0 meaning:ead.c09 [part.letter C][part.number 09]",
    ),
    (
        Kind::EadCategory,
        "(a)(5)",
        "separators:()()> case:a>A padding:>0 meaning:ead.a05 [part.letter A][part.number 05]",
    ),
    (
        Kind::EadCategory,
        "C03C",
        "meaning:ead.c03c [part.letter C][part.number 03][part.sub-part C]",
    ),
    (
        Kind::ClassOfAdmission,
        "f1 student",
        "separators: > case:fstudent>FSTUDENT word:student> [part.code F1]",
    ),
    (
        Kind::ClassOfAdmission,
        "IR-1",
        "separators:-> [part.code IR1]",
    ),
    (
        Kind::FormNumber,
        "uscis form i485",
        "label:uscis form > case:i>I dash:>- [part.series I-][part.number 485]",
    ),
    (
        Kind::FormNumber,
        "G-1145",
        "[part.series G-][part.number 1145]",
    ),
    (
        Kind::FormNumber,
        "I-797C",
        "[part.series I-][part.number 797][part.sub-part C]",
    ),
    (
        Kind::EadCategory,
        "C009",
        "padding:0> meaning:ead.c09 [part.letter C][part.number 09]",
    ),
    (
        Kind::EadCategory,
        "C09VIII",
        "[part.letter C][part.number 09][part.sub-part VIII]",
    ),
    (
        Kind::FormNumber,
        "I 485",
        "dash: >- [part.series I-][part.number 485]",
    ),
    (
        Kind::FormNumber,
        "I  485",
        "separators: > dash: >- [part.series I-][part.number 485]",
    ),
    (
        Kind::FormNumber,
        "I - 485",
        "separators:  > [part.series I-][part.number 485]",
    ),
    (
        Kind::FormNumber,
        "I-.485",
        "separators:.> [part.series I-][part.number 485]",
    ),
    (
        Kind::FormNumber,
        "EOIR-29",
        "[part.series EOIR-][part.number 29]",
    ),
    (
        Kind::FormNumber,
        "AR-11",
        "[part.series AR-][part.number 11]",
    ),
    (Kind::FormNumber, "I-9", "[part.series I-][part.number 9]"),
    (
        Kind::FormNumber,
        "ABCDE-12",
        "[part.series ABCDE-][part.number 12]",
    ),
    (
        Kind::FormNumber,
        "I-765WS",
        "[part.series I-][part.number 765][part.sub-part WS]",
    ),
    (
        Kind::FormNumber,
        "I-485 Supplement J",
        "separators:  > case:upplement>UPPLEMENT word:Supplement> [part.series I-][part.number 485][part.sub-part J]",
    ),
    (
        Kind::FormNumber,
        "DSP-1234ABC",
        "[part.series DSP-][part.number 1234][part.sub-part ABC]",
    ),
    (
        Kind::ClassOfAdmission,
        "IR1 spouse visa",
        "separators:  > case:spousevisa>SPOUSEVISA word:spouse visa> [part.code IR1]",
    ),
    (
        Kind::Mrz,
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "format=TD3 document:mrz.passport documentCode=P issuer=UTO documentNumber=L898902C3 nationality=UTO surname=ERIKSSON givenNames=ANNA MARIA birthDate=1974-08-12 expiryDate=2012-04-15 optionalData=ZE184226B sex:mrz.female [part.document P<][part.issuer UTO][part.names ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<][part.document-number L898902C3][part.check-digit 6][part.nationality UTO][part.birth 740812][part.check-digit 2][part.sex F][part.expiry 120415][part.check-digit 9][part.optional ZE184226B<<<<<][part.check-digit 1][part.composite 0]",
    ),
    (
        Kind::Mrz,
        "C1USA0000007032SRC0000000703<<\n2001012M3005109BRA<<<<<<<<<<<3\nSPECIMEN<<TEST<VOID<<<<<<<<<<<",
        "format=TD1 document:mrz.green-card documentCode=C1 issuer=USA documentNumber=000000703 nationality=BRA surname=SPECIMEN givenNames=TEST VOID birthDate=2020-01-01 expiryDate=2030-05-10 aNumber=A000-000-703 receiptNumber=SRC0000000703 sex:mrz.male [part.document C1][part.issuer USA][part.a-number 000000703][part.check-digit 2][part.receipt SRC0000000703][part.filler <<][part.birth 200101][part.check-digit 2][part.sex M][part.expiry 300510][part.check-digit 9][part.nationality BRA][part.optional <<<<<<<<<<<][part.composite 3][part.names SPECIMEN<<TEST<VOID<<<<<<<<<<<]",
    ),
    (
        Kind::Mrz,
        "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<",
        "format=MRV-A document:mrz.visa documentCode=V issuer=UTO documentNumber=L8988901C nationality=XXX surname=ERIKSSON givenNames=ANNA MARIA birthDate=1940-09-07 expiryDate=1996-12-10 optionalData=6ZE184226B sex:mrz.female [part.document V<][part.issuer UTO][part.names ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<][part.document-number L8988901C][part.check-digit 4][part.nationality XXX][part.birth 400907][part.check-digit 8][part.sex F][part.expiry 961210][part.check-digit 9][part.optional 6ZE184226B<<<<<<]",
    ),
    (
        Kind::Mrz,
        "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<",
        "format=MRV-B document:mrz.visa documentCode=V issuer=UTO documentNumber=L8988901C nationality=XXX surname=ERIKSSON givenNames=ANNA MARIA birthDate=1940-09-07 expiryDate=1996-12-10 sex:mrz.female [part.document V<][part.issuer UTO][part.names ERIKSSON<<ANNA<MARIA<<<<<<<<<<<][part.document-number L8988901C][part.check-digit 4][part.nationality XXX][part.birth 400907][part.check-digit 8][part.sex F][part.expiry 961210][part.check-digit 9][part.optional <<<<<<<<]",
    ),
    (
        Kind::Mrz,
        "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
        "format=TD1 document:mrz.card documentCode=I issuer=UTO documentNumber=D23145890 nationality=UTO surname=ERIKSSON givenNames=ANNA MARIA birthDate=1974-08-12 expiryDate=2012-04-15 sex:mrz.female [part.document I<][part.issuer UTO][part.document-number D23145890][part.check-digit 7][part.optional <<<<<<<<<<<<<<<][part.birth 740812][part.check-digit 2][part.sex F][part.expiry 120415][part.check-digit 9][part.nationality UTO][part.optional <<<<<<<<<<<][part.composite 6][part.names ERIKSSON<<ANNA<MARIA<<<<<<<<<<]",
    ),
    (
        Kind::Mrz,
        "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6",
        "format=TD2 document:mrz.card documentCode=I issuer=UTO documentNumber=D23145890 nationality=UTO surname=ERIKSSON givenNames=ANNA MARIA birthDate=1974-08-12 expiryDate=2012-04-15 sex:mrz.female [part.document I<][part.issuer UTO][part.names ERIKSSON<<ANNA<MARIA<<<<<<<<<<<][part.document-number D23145890][part.check-digit 7][part.nationality UTO][part.birth 740812][part.check-digit 2][part.sex F][part.expiry 120415][part.check-digit 9][part.optional <<<<<<<][part.composite 6]",
    ),
];

#[test]
fn table() {
    for (kind, typed, expected) in ROWS {
        assert_eq!(said(kind, typed).trim_end(), expected, "{kind:?} {typed:?}");
    }
}

use crate::support::rows;
use prefile::Kind;

#[test]
fn as_people_say_them() {
    rows(
        Kind::Date,
        &[
            ("1º de enero de 2020", "01/01/2020"),
            ("1.º de enero de 2020", "01/01/2020"),
            ("1° de enero del 2020", "01/01/2020"),
            ("1ro de enero de 2020", "01/01/2020"),
            ("1er de enero de 2020", "01/01/2020"),
            ("primero de enero de 2020", "01/01/2020"),
            // A letter for the zero is no ordinal.
            ("1O/05/1967", "- | error date/unreadable@0..10"),
            ("1o/05/1967", "- | error date/unreadable@0..10"),
            ("10/05/1967.", "10/05/1967"),
            ("Fecha: 10/05/1967", "10/05/1967"),
            ("Date of birth: Oct 5, 1967", "10/05/1967"),
            ("Name: 10/05/1967", "- | error date/unreadable@0..16"),
            (": 10/05/1967", "- | error date/unreadable@0..12"),
        ],
    );
}

#[test]
fn date() {
    rows(
        Kind::Date,
        &[
            ("10/05/1967", "10/05/1967"),
            ("10/5/1967", "10/05/1967"),
            ("1/2/2003", "01/02/2003"),
            ("1967-10-05", "10/05/1967"),
            ("1967/10/05", "10/05/1967"),
            ("10-05-1967", "10/05/1967"),
            (
                "10.05.1967",
                "10/05/1967 | warning date/maybe-day-first@0..10 -> 05/10/1967",
            ),
            (
                "05.10.1967",
                "05/10/1967 | warning date/maybe-day-first@0..10 -> 10/05/1967",
            ),
            ("25.10.1967", "- | error date/day-first@0..10 -> 10/25/1967"),
            ("10 05 1967", "10/05/1967"),
            ("5 Oct 1967", "10/05/1967"),
            ("5 October 1967", "10/05/1967"),
            ("October 5, 1967", "10/05/1967"),
            ("Oct. 5th, 1967", "10/05/1967"),
            ("5th of October 1967", "10/05/1967"),
            ("5 de octubre de 1967", "10/05/1967"),
            ("No tengo", "- | error text/not-applicable@0..8"),
            ("not applicable", "- | error text/not-applicable@0..14"),
            ("Pending", "- | error text/not-applicable@0..7"),
            ("1 de enero del 2001", "01/01/2001"),
            ("SEPT 3 2001", "09/03/2001"),
            ("10051967", "10/05/1967"),
            ("13051967", "- | error date/day-first@0..8 -> 05/13/1967"),
            ("31122003", "- | error date/day-first@0..8 -> 12/31/2003"),
            ("19671005", "10/05/1967"),
            ("１０/０５/１９６７", "10/05/1967"),
            ("١٠/٠٥/١٩٦٧", "10/05/1967"),
            ("1967年10月5日", "10/05/1967"),
            ("13/05/1967", "- | error date/day-first@0..10 -> 05/13/1967"),
            ("25/10/1967", "- | error date/day-first@0..10 -> 10/25/1967"),
            ("1967-25-10", "- | error date/day-first@0..10 -> 10/25/1967"),
            ("13/13/2001", "- | error date/no-such-day@0..10"),
            ("02/30/2001", "- | error date/no-such-day@0..10"),
            ("02/29/2001", "- | error date/no-such-day@0..10"),
            ("02/29/2000", "02/29/2000"),
            ("00/10/2001", "- | error date/no-such-day@0..10"),
            ("10/00/2001", "- | error date/no-such-day@0..10"),
            (
                "10/05/67",
                "- | error date/two-digit-year@0..8 -> 10/05/1967",
            ),
            (
                "25/10/67",
                "- | error date/two-digit-year@0..8 -> 10/25/1967",
            ),
            (
                "10/05/30",
                "- | error date/two-digit-year@0..8 -> 10/05/2030",
            ),
            ("02/30/67", "- | error date/two-digit-year@0..8"),
            ("10/1967", "- | error date/unreadable@0..7"),
            ("October 1967", "- | error date/unreadable@0..12"),
            ("1967", "- | error date/unreadable@0..4"),
            ("10/05", "- | error date/unreadable@0..5"),
            ("10/05/196", "- | error date/unreadable@0..9"),
            ("10/05/19677", "- | error date/unreadable@0..11"),
            ("10/05/2567", "10/05/2567 | warning date/unusual-year@0..10"),
            ("10/05/1346", "10/05/1346 | warning date/unusual-year@0..10"),
            ("09/15/1879", "09/15/1879 | warning date/unusual-year@0..10"),
            ("PRESENT", "PRESENT"),
            ("present", "PRESENT"),
            ("Presente", "PRESENT"),
            ("Current", "PRESENT"),
            ("actual", "PRESENT"),
            ("Actualidad", "PRESENT"),
            ("D/S", "D/S"),
            ("d/s", "D/S"),
            ("DS", "D/S"),
            ("N/A", "- | error text/not-applicable@0..3"),
            ("unknown", "- | error text/not-applicable@0..7"),
            ("soon", "- | error date/unreadable@0..4"),
            ("Foo 5 1967", "- | error date/unreadable@0..10"),
            ("10/05/1967 12:00", "- | error date/unreadable@0..16"),
            (
                "maria@example.com",
                "- | error date/another-kind@0..17 = email",
            ),
            ("219-09-9998", "- | error date/unreadable@0..11"),
            (
                "EAC2212345678",
                "- | error date/another-kind@0..13 = receipt-number",
            ),
            ("", "- | error date/empty"),
        ],
    );
}

#[test]
fn date_of_birth() {
    rows(
        Kind::DateOfBirth,
        &[
            ("10/05/1967", "10/05/1967"),
            ("1967-10-05", "10/05/1967"),
            ("5 de mayo de 1990", "05/05/1990"),
            ("11/22/2026", "11/22/2026 | note date-of-birth/under-14"),
            ("11/23/2026", "- | error date-of-birth/in-future@0..10"),
            ("10/05/2027", "- | error date-of-birth/in-future@0..10"),
            (
                "10/05/1899",
                "10/05/1899 | warning date-of-birth/over-120@0..10",
            ),
            ("11/22/1906", "11/22/1906"),
            (
                "11/22/1905",
                "11/22/1905 | warning date-of-birth/over-120@0..10",
            ),
            ("11/22/2012", "11/22/2012"),
            ("11/23/2012", "11/23/2012 | note date-of-birth/under-14"),
            ("10/05/2015", "10/05/2015 | note date-of-birth/under-14"),
            (
                "10/05/67",
                "- | error date-of-birth/two-digit-year@0..8 -> 10/05/1967",
            ),
            (
                "10/05/26",
                "- | error date-of-birth/two-digit-year@0..8 -> 10/05/2026",
            ),
            (
                "12/05/26",
                "- | error date-of-birth/two-digit-year@0..8 -> 12/05/1926",
            ),
            (
                "25/12/1990",
                "- | error date-of-birth/day-first@0..10 -> 12/25/1990",
            ),
            (
                "05.12.1990",
                "05/12/1990 | warning date-of-birth/maybe-day-first@0..10 -> 12/05/1990",
            ),
            ("02/29/1900", "- | error date-of-birth/no-such-day@0..10"),
            (
                "10/05/2567",
                "- | error date-of-birth/in-future@0..10 | warning date-of-birth/unusual-year@0..10",
            ),
            (
                "10/05/1346",
                "10/05/1346 | warning date-of-birth/unusual-year@0..10",
            ),
            ("PRESENT", "- | error date-of-birth/unreadable@0..7"),
            ("D/S", "- | error date-of-birth/unreadable@0..3"),
            ("N/A", "- | error text/not-applicable@0..3"),
            ("1990", "- | error date-of-birth/unreadable@0..4"),
            ("", "- | error date-of-birth/empty"),
        ],
    );
}

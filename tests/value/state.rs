use crate::support::rows;
use prefile::Kind;

#[test]
fn state() {
    rows(
        Kind::State,
        &[
            ("TX", "TX"),
            ("tx", "TX"),
            ("Texas", "TX"),
            ("TEXAS", "TX"),
            ("new york", "NY"),
            ("N.Y.", "NY"),
            ("NewYork", "NY"),
            ("D.C.", "DC"),
            ("District of Columbia", "DC"),
            ("Washington DC", "DC"),
            ("Washington D.C.", "DC"),
            ("Washington", "WA"),
            ("Puerto Rico", "PR"),
            ("PR", "PR"),
            ("GU", "GU"),
            ("American Samoa", "AS"),
            ("AE", "AE"),
            ("Armed Forces Pacific", "AP"),
            ("PW", "PW"),
            ("Micronesia", "FM"),
            ("Marshall Islands", "MH"),
            ("Nueva York", "NY"),
            ("Nuevo México", "NM"),
            ("Carolina del Norte", "NC"),
            ("Pensilvania", "PA"),
            ("Hawái", "HI"),
            ("West Virginia", "WV"),
            ("Virgin Islands", "VI"),
            ("U.S. Virgin Islands", "VI"),
            ("Jalisco", "- | error state/unknown@0..7"),
            ("Ontario", "- | error state/unknown@0..7"),
            ("XX", "- | error state/unknown@0..2"),
            ("T", "- | error state/unknown@0..1"),
            ("Texass", "- | error state/unknown@0..6"),
            ("N/A", "- | error text/not-applicable@0..3"),
            ("", "- | error state/empty"),
            ("ТХ", "- | error state/unknown@0..4"),
            ("TX 75001", "TX"),
        ],
    );
}

//! The core on the host: `cargo bench`.
//!
//! The best of many rounds, in nanoseconds a call, and megabytes a second for `scan`. No harness:
//! what is wanted is a handful of figures, side by side.

use prefile::{Context, Kind, check, identify, is_valid, scan};
use std::{hint::black_box, time::Instant};

const ROUNDS: u32 = 50;

/// Seconds of the fastest of many rounds of `calls` calls.
fn best(calls: u32, mut call: impl FnMut()) -> f64 {
    let rounds = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        for _ in 0..calls {
            call();
        }
        start.elapsed().as_secs_f64()
    });
    rounds.fold(f64::INFINITY, f64::min) / f64::from(calls)
}

fn value(kind: Kind, text: &str) {
    let valid = best(10_000, || {
        black_box(is_valid(kind, black_box(text)));
    });
    let whole = best(2_000, || {
        black_box(check(kind, black_box(text), Context::default()));
    });
    let (valid, whole) = (valid * 1e9, whole * 1e9);
    let name = kind.id();
    println!("{name:24}{text:?}\n    is_valid {valid:7.0} ns    check {whole:7.0} ns");
}

fn searched(name: &str, sample: &str) {
    let text = sample.repeat(1_000_000 / sample.len() + 1);
    let found = scan(&text, Context::default()).len();
    let seconds = best(1, || {
        black_box(scan(black_box(&text), Context::default()));
    });
    let bytes = u32::try_from(text.len()).map_or(f64::INFINITY, f64::from);
    let speed = bytes / seconds / 1e6;
    println!("scan, {name:18}{speed:7.0} MB/s, {found} found");
}

fn main() {
    value(Kind::Ssn, "219-09-9998");
    value(Kind::Ssn, "219-09-999");
    value(Kind::Ein, "91-1144442");
    value(Kind::ANumber, "A# 012-345-678");
    value(Kind::ReceiptNumber, "EAC2212345678");
    value(Kind::Mrz, Kind::Mrz.example());
    value(Kind::FamilyName, "García López");
    value(Kind::Date, "10/05/1967");
    let seconds = best(1_000, || {
        black_box(identify(black_box("EAC2212345678"), Context::default()));
    });
    println!("identify a receipt number {:7.0} ns", seconds * 1e9);
    searched(
        "words only",
        "We have received your form and will write to you. ",
    );
    searched("a notice", NOTICE);
    searched(
        "digits everywhere",
        "12 345 6789 01-23-4567 $1,234.56 2022-05-02 ",
    );
    searched(
        "another script",
        "Hemos recibido su solicitud — número 12 · 已收到您的申请 ",
    );
}

/// A page of a notice: two identifiers in half a kilobyte.
const NOTICE: &str = "\
    U.S. Citizenship and Immigration Services. Form I-797C, Notice of Action. THIS NOTICE DOES NOT GRANT \
    ANY IMMIGRATION STATUS OR BENEFIT. Receipt Number EAC2212345678 Case Type I765 - APPLICATION FOR \
    EMPLOYMENT AUTHORIZATION. Received Date 05/02/2022 Priority Date Notice Date 05/09/2022 Page 1 of 2. \
    We have received the application or petition and your fee of $410.00. Your A-Number is A012 345 678. \
    If you have questions, call (800) 375-5283 or write to P.O. Box 660867, Dallas, TX 75266-0867.\n";

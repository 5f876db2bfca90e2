//! No input takes long: counted steps.

use crate::work::Work;
use crate::{Strength, measured};

/// A step takes a few nanoseconds, in WebAssembly too; a million stay under five milliseconds.
const MOST: u64 = 1_000_000;

#[track_caller]
fn steps(password: &str, personal: &[&str]) -> (Strength, u64) {
    let mut work = Work::default();
    let found = measured(password, personal, &mut work);
    (found, work.steps())
}

#[track_caller]
fn check(password: &str, personal: &[&str]) {
    let beginning: String = password.chars().take(30).collect();
    let (_, steps) = steps(password, personal);
    println!("{steps} {beginning}");
    assert!(steps < MOST, "{steps} steps for {beginning}");
}

#[test]
fn hostile_passwords() {
    let attack = "4@8({[</369&#!1/|0$5+7%2/";
    for text in [
        attack.repeat(2),
        attack.repeat(1000),
        "4@8({[<369!1|0$5+7%2".repeat(10),
        "17|".repeat(100),
        "1!|7".repeat(100),
        "0123456789".repeat(100),
        "8237461905".repeat(100),
        "19".repeat(100),
        "({[<".repeat(100),
        "a".repeat(10_000_000),
        "aB3$".repeat(2_500_000),
        "ab".repeat(100),
        ("a".repeat(6) + "b").repeat(6) + &"c".repeat(60),
        "aabaabcaabaabcd".repeat(10),
        "qwertyuiop[]".repeat(20),
        "qaqaqaqaqwsxsxsxs".repeat(20),
        "password".repeat(20),
        "passwordmonkeydragon".repeat(20),
        "thaterisandonin".repeat(20),
        "a e i o u ".repeat(20),
        "1.1.11".repeat(30),
        "\u{301}".repeat(1_000_000),
        "e\u{301}".repeat(1_000_000),
        "\0".repeat(1000),
        "\u{FFFD}".repeat(1000),
        "😀".repeat(1000),
        ('\u{400}'..'\u{800}').collect(),
    ] {
        check(&text, &[]);
    }
}

#[test]
fn much_about_the_person() {
    let same = "a".repeat(100);
    let longer: Vec<String> = (0..1000).map(|n| "a".repeat(n)).collect();
    let longer: Vec<&str> = longer.iter().map(String::as_str).collect();
    check(&same, &longer);
    let parts = "ab cd abc bcd ".repeat(100_000);
    check(&"abcd".repeat(25), &[parts.as_str(); 1000]);
    check(
        &"a@4".repeat(40),
        &["aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"],
    );
    check(&"1!|".repeat(40), &["ililililililililililililililililili"]);
}

/// Every text of two look-alikes, again and again.
#[test]
fn all_pairs_of_look_alikes() {
    let signs: Vec<char> = "4@8([369!1|0$5+7%2".chars().collect();
    let mut worst = 0;
    for one in &signs {
        for two in &signs {
            let text = [*one, *two].iter().collect::<String>().repeat(20);
            worst = worst.max(steps(&text, &[]).1);
        }
    }
    assert!(worst < MOST / 4, "{worst}");
}

#[test]
fn the_same_answer_every_time() {
    for text in [
        "",
        "aB3$aB3$",
        "correct horse battery staple",
        "4@8({[</369&#!1/|0$5+7%2/",
    ] {
        let (one, steps_of_one) = steps(text, &["horse", "Battery Staple"]);
        let (other, steps_of_other) = steps(text, &["horse", "Battery Staple"]);
        assert_eq!(one, other);
        assert_eq!(steps_of_one, steps_of_other);
    }
}

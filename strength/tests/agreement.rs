//! Our scores beside those of the crate `zxcvbn`.

mod sample;

use prefile_strength::strength;
use sample::Sample;

/// Our score and theirs.
fn scores(password: &str) -> (u8, u8) {
    let ours = strength(password, &[]).score.into();
    let theirs = zxcvbn::zxcvbn(password, &[]).score().into();
    (ours, theirs)
}

/// How many of `passwords` have the same score, and how many a higher one from us.
fn compare(name: &str, passwords: &[String]) -> (usize, usize) {
    let (mut same, mut over) = (0, 0);
    for password in passwords {
        let (ours, theirs) = scores(password);
        same += usize::from(ours == theirs);
        over += usize::from(ours > theirs);
        if ours != theirs && std::env::var_os("PREFILE_SHOW").is_some() {
            let us = strength(password, &[]);
            let them = zxcvbn::zxcvbn(password, &[]);
            println!(
                "{name}: {password:?} {ours} for {theirs}: {:.2} {:.2}",
                us.guesses_log10,
                them.guesses_log10()
            );
            for part in &us.explanation {
                println!(
                    "   {:?} {:?} {}",
                    &password[part.start..part.end],
                    part.kind,
                    part.guesses
                );
            }
            for part in them.sequence() {
                println!("   - {:?} {:?}", part.token, part.guesses);
            }
        }
    }
    println!(
        "{name}: {same} of {} the same, {over} higher",
        passwords.len()
    );
    (same, over)
}

#[test]
fn english() {
    let mut all = (0, 0, 0);
    for (name, passwords) in Sample::new(1).english() {
        let (same, over) = compare(name, &passwords);
        all = (all.0 + same, all.1 + over, all.2 + passwords.len());
    }
    let (same, over, count) = all;
    println!("{same} of {count} the same, {over} higher");
    assert!(count >= 2000);
    assert!(same * 100 >= count * 98, "{same} of {count}");
    assert!(over * 200 <= count, "{over} of {count}");
}

/// Rare words are where our lists are shorter: a record of what that costs.
#[test]
fn rare_words() {
    let passwords = Sample::new(3).rare();
    let (same, over) = compare("rare words", &passwords);
    assert!(same * 100 >= passwords.len() * 90, "{same}");
    assert!(over * 100 <= passwords.len() * 8, "{over}");
}

#[test]
fn spanish() {
    let passwords = Sample::new(2).spanish();
    let (same, over) = compare("spanish", &passwords);
    assert!(passwords.len() >= 300);
    assert_eq!(over, 0);
    // Their lists are English: ours have to find more.
    assert!(same < passwords.len());
}

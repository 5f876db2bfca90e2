//! Where a box stands on the printed form, from its tooltip: `Part 2. Your Name. 1. A. Enter ...`
//! Ids of boxes tell something else.

/// A place on the printed form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Item {
    /// The part: `2`.
    pub part: Option<String>,
    /// The item: `1.a.`, as the forms print it; its letter may be missing.
    pub item: Option<String>,
}

/// Words after which a number is another place's: "Item Numbers 8., 11., and 17.".
const OF_OTHERS: [&str; 9] = [
    "number", "numbers", "part", "through", "and", "or", "to", "section", "page",
];

/// Words with which a question begins.
const ASKS: [&str; 5] = ["enter", "select", "check", "type", "if"];

impl Item {
    /// Reads a tooltip.
    #[must_use]
    pub fn read(tooltip: &str) -> Self {
        Self::find(&words(tooltip)).0
    }

    /// What a tooltip asks: what stands behind the item's number, or all of it.
    #[must_use]
    pub fn question(tooltip: &str) -> String {
        let words = words(tooltip);
        let (_, end) = Self::find(&words);
        let behind = words.get(end..).filter(|words| !words.is_empty());
        behind.unwrap_or(&words).join(" ")
    }

    /// The place, and how many words lead to its end; none if there is no item.
    fn find(words: &[&str]) -> (Self, usize) {
        let mut item = Self::default();
        let mut end = 0;
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let before = |count: usize| words.get(at.wrapping_sub(count)).copied();
            let own = before(1).unwrap_or_default();
            let next = words.get(at + 1).copied().unwrap_or_default();
            at += 1;
            if own.eq_ignore_ascii_case("part") && item.part.is_none() && at < 6 {
                let (number, _) = digits(word);
                item.part = (!number.is_empty()).then(|| number.to_owned());
                continue;
            }
            // What is asked may speak of other places.
            if item.item.is_some() && ASKS.iter().any(|asks| asks.eq_ignore_ascii_case(word)) {
                break;
            }
            let other = own.trim_end_matches([',', '.', ';']);
            let others = OF_OTHERS
                .iter()
                .any(|word| word.eq_ignore_ascii_case(other));
            // "8., 11., and 17." goes on with others' numbers, "20. - 21." with the last of a row, and
            // "Form I - 130" with a form's.
            if others || is_listed(own) || is_dash(own) || is_dash(next) {
                continue;
            }
            if let Some(found) = numbered(word, next) {
                at += usize::from(found.len() > word.len());
                item.item = Some(found);
                end = at;
                let follows = words
                    .get(at)
                    .is_some_and(|word| numbered(word, "").is_some());
                // "Spouse 1. 20. A.": which of the spouses, and then the item.
                if is_end(own) && !follows {
                    break;
                }
            }
        }
        (item, end)
    }
}

/// The first words. In "Mailing Address.3." the blank was forgotten.
fn words(tooltip: &str) -> Vec<&str> {
    let words = tooltip.split_whitespace().flat_map(|word| {
        let is_end = |at: &[u8]| matches!(at, [b'a'..=b'z', b'.', b'0'..=b'9']);
        let end = word.as_bytes().windows(3).position(is_end);
        let (first, second) = word.split_at(end.map_or(word.len(), |end| end + 2));
        [first, second]
    });
    words.filter(|word| !word.is_empty()).take(400).collect()
}

fn digits(word: &str) -> (&str, &str) {
    let end = word.bytes().position(|byte| !byte.is_ascii_digit());
    word.split_at(end.unwrap_or(word.len()))
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–")
}

/// Whether a heading or a sentence ends with this word, so that a number behind it is the item's.
fn is_end(word: &str) -> bool {
    word.is_empty() || word.ends_with(['.', ':', ')', '?', ';', ','])
}

/// `8.,`
fn is_listed(word: &str) -> bool {
    word.ends_with(',') && word.starts_with(|letter: char| letter.is_ascii_digit())
}

/// `1.`, `1.A.`, or `1.` before `A.`
fn numbered(word: &str, next: &str) -> Option<String> {
    let (number, behind) = digits(word);
    let behind = behind
        .strip_prefix('.')
        .filter(|_| (1..=3).contains(&number.len()))?;
    let letter = |text: &str| {
        let letter = text.strip_suffix('.').unwrap_or(text);
        let one = letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_alphabetic());
        (one && text.len() == 2).then(|| letter.to_ascii_lowercase())
    };
    if behind.is_empty() {
        return Some(letter(next).map_or_else(
            || format!("{number}."),
            |letter| format!("{number}.{letter}."),
        ));
    }
    letter(behind).map(|letter| format!("{number}.{letter}."))
}

#[cfg(test)]
mod tests {
    use super::Item;

    #[track_caller]
    fn check(tooltip: &str, part: &str, item: &str) {
        let found = Item::read(tooltip);
        let shown = (
            found.part.unwrap_or_default(),
            found.item.unwrap_or_default(),
        );
        assert_eq!(shown, (part.to_owned(), item.to_owned()), "{tooltip}");
    }

    #[test]
    fn tooltips() {
        check(
            "Part 2.  About You. Your Name. 1. A. Enter Family Name.",
            "2",
            "1.a.",
        );
        check("Part 2. About You. 1.B. Enter Given Name.", "2", "1.b.");
        check("Part 10. Contact. 3. Enter the number.", "10", "3.");
        check("Part Part 2. About You 4. Address.", "2", "4.");
        check("3.a. Family-based. Select one.", "", "3.a.");
        check(
            "Part 6. Work. 17. Listed in Item Numbers 8., 11., 14., and 17. Select.",
            "6",
            "17.",
        );
        check(
            "Part 2. If so, complete Item Number 37. 37. How.",
            "2",
            "37.",
        );
        check(
            "Part 2. Complete Item Numbers 40. A. through 41. 40. B. Enter Date.",
            "2",
            "40.b.",
        );
        check("Part 8. Mailing Address.3. Enter ZIP Code.", "8", "3.");
        check("Part 4. Skip to Part 7. 5. Where?", "4", "5.");
        check("To be completed by an Attorney (if any). Select.", "", "");
        check("Alien Number. 9 digits.", "", "");
        check("", "", "");
    }

    #[test]
    fn the_last_number_before_the_question() {
        check(
            "Part 2. Address History. Physical Address 1. 13. A. Enter Date From.",
            "2",
            "13.a.",
        );
        check(
            "Part 2. Names of All Your Spouses. Spouse 2. 23. Enter Date.",
            "2",
            "23.",
        );
        check(
            "Part 6. Children. Child 1. 1. A. Enter Family Name.",
            "6",
            "1.a.",
        );
        check(
            "Part 6. Children. Child 2. Mailing Address. 12. B. Select Suite.",
            "6",
            "12.b.",
        );
        check(
            "Part 5. About Your Parent 1. 2. Parent 1's Name at Birth.",
            "5",
            "2.",
        );
        check(
            "Part 9. For Item Numbers 20. - 21. see below. 22. C. Enter Date.",
            "9",
            "22.c.",
        );
        check(
            "Part 6. Form I - 130. Preparer's Name. 1. A. Enter Family Name.",
            "6",
            "1.a.",
        );
        check(
            "Part 4. About You 4. Address. Enter Street. 5. is another.",
            "4",
            "4.",
        );
    }

    #[test]
    fn questions() {
        for (tooltip, question) in [
            (
                "Part 2.  About You. Your Name. 1. A. Enter Family Name.",
                "Enter Family Name.",
            ),
            (
                "Part 2. About You. 1.B. Enter Given  Name.",
                "Enter Given Name.",
            ),
            (
                "Part 10. Contact. 3. Enter the number.",
                "Enter the number.",
            ),
            ("Alien Number. 9 digits.", "Alien Number. 9 digits."),
            ("Part 4. About You. 5.", "Part 4. About You. 5."),
            ("", ""),
        ] {
            assert_eq!(Item::question(tooltip), question);
        }
    }
}

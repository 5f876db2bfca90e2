//! What somebody may have meant.

/// "; did you mean `...`?" with the known name that is nearest, or nothing.
pub(crate) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> String {
    let far = (name.chars().count() / 3).max(1);
    let near = known
        .into_iter()
        .map(|known| (distance(name, known), known))
        .filter(|(distance, _)| *distance <= far)
        .min();
    near.map_or(String::new(), |(_, known)| {
        format!("; did you mean `{known}`?")
    })
}

/// How many letters are other, missing, superfluous or in their neighbour's place.
pub(crate) fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut above: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    let mut previous = None;
    for (i, letter) in one.chars().enumerate() {
        let mut next = vec![i + 1];
        for (j, their) in other.iter().enumerate() {
            let replaced = row[j] + usize::from(letter != *their);
            let mut least = replaced.min(row[j + 1] + 1).min(next[j] + 1);
            if j > 0 && previous == Some(*their) && letter == other[j - 1] {
                least = least.min(above[j - 1] + 1);
            }
            next.push(least);
        }
        above = std::mem::replace(&mut row, next);
        previous = Some(letter);
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[track_caller]
    fn check(name: &str, known: &[&str], expect: &str) {
        assert_eq!(nearest(name, known.iter().copied()), expect);
    }

    #[test]
    fn the_nearest_name_is_offered_and_no_far_one() {
        check("whne", &["when", "fact"], "; did you mean `when`?");
        check(
            "applicant.famly_name",
            &["applicant.family_name", "applicant.given_name"],
            "; did you mean `applicant.family_name`?",
        );
        check("b", &["a"], "; did you mean `a`?");
        check("xyz", &["when", "fact"], "");
        check("", &["when"], "");
        check("when", &[], "");
    }
}

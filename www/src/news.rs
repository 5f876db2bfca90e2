//! What is read out about a password: only what has changed since the last time. No document here.

use crate::language::Speech;
use prefile::{Code, Finding, Kind, PasswordCheck, message::message, password::Rule};

/// What stands in the box and on the page in any case.
const SAID_ANYWAY: [Code; 3] = [
    Code::PasswordEmpty,
    Code::PasswordRulesAreNotStrength,
    Code::PasswordLongIsGood,
];

/// What the page says of a password, and was read out or could have been.
#[derive(Default)]
pub(crate) struct Told {
    rules: Vec<(Rule, bool)>,
    /// What is unwise, the gravest first. What the rules ask for is ticked, and not said again.
    pub(crate) findings: Vec<Finding>,
}

impl Told {
    pub(crate) fn of(check: PasswordCheck) -> Self {
        let mut findings = check.findings;
        findings.retain(|finding| {
            let of_rule = Rule::all().any(|rule| rule.finding().code == finding.code);
            !of_rule && !SAID_ANYWAY.contains(&finding.code)
        });
        Self {
            rules: check.rules,
            findings,
        }
    }

    /// What is new since then, in a few sentences; empty if nothing is.
    pub(crate) fn since(&self, before: &Self, speech: &Speech) -> String {
        let mut news = Vec::new();
        self.rules_since(before, speech, &mut news);
        self.findings_since(before, speech, &mut news);
        news.join(" ")
    }

    fn rules_since(&self, before: &Self, speech: &Speech, news: &mut Vec<String>) {
        if self.count_met() == self.rules.len() {
            if before.count_met() < self.rules.len() {
                news.push(speech.text("password.all_met").to_owned());
            }
            return;
        }
        for (is_met, key) in [(true, "password.now_met"), (false, "password.now_unmet")] {
            // A box that is empty again is no news.
            if self.count_met() == 0 {
                continue;
            }
            let changed = self.rules.iter().filter(|(rule, met)| {
                let old = before.rules.iter().find(|(old, _)| old == rule);
                *met == is_met && old.is_some_and(|(_, old)| old != met)
            });
            let words: Vec<_> = changed
                .map(|(rule, _)| said(&rule.finding(), speech))
                .collect();
            if !words.is_empty() {
                news.push(speech.fill(key, &[("rules", &words.join(" "))]));
            }
        }
    }

    fn count_met(&self) -> usize {
        self.rules.iter().filter(|(_, met)| *met).count()
    }

    /// The gravest one that is new, and how many there are.
    fn findings_since(&self, before: &Self, speech: &Speech, news: &mut Vec<String>) {
        let is_old = |one: &&Finding| before.findings.iter().any(|old| old.code == one.code);
        if let Some(gravest) = self.findings.iter().find(|one| !is_old(one)) {
            news.push(said(gravest, speech));
            if self.findings.len() > 1 {
                let count = self.findings.len().to_string();
                news.push(speech.fill("password.count", &[("count", &count)]));
            }
        } else if self.findings.is_empty() && !before.findings.is_empty() && self.count_met() > 0 {
            news.push(speech.text("password.nothing").to_owned());
        }
    }
}

fn said(finding: &Finding, speech: &Speech) -> String {
    message(finding, Kind::Password, &speech.catalogue)
}

#[cfg(test)]
mod tests {
    use super::Told;
    use crate::language::{Language, Speech};
    use prefile::check_password;

    fn told(password: &str) -> Told {
        Told::of(check_password(password, None, &[]))
    }

    #[track_caller]
    fn news(before: &str, now: &str, expect: &str) {
        let speech = Speech::of(Language::English);
        assert_eq!(told(now).since(&told(before), &speech), expect);
    }

    #[test]
    fn only_what_has_changed_is_read_out() {
        const NO_DIGIT: &str = "USCIS does not ask for a digit. E-Verify does.";
        let small = "Done: Use at least one small letter (a to z).";
        news("", "", "");
        news("", "c", &[small, NO_DIGIT].join(" "));
        news("c", "co", "");
        news("co", "co-", "Done: Use at least one sign, such as # or -.");
        news(
            "co-",
            "Co",
            "Done: Use at least one capital letter (A to Z). Not yet: Use at least one sign, such as # or -.",
        );
        news("c", "c9", "Nothing more to look at.");
        news("c9-", "Cobalt-shrub-90", "The rule is met.");
        news("Cobalt-shrub-90", "Cobalt-shrub-waltz-90", "");
        news(
            "Cobalt-shrub-90",
            "Cobalt-9",
            "It meets the rule, but 12 characters or more are safer.",
        );
        news(
            "Cobalt-9",
            "P@ssw0rd",
            "Many people use this password. Choose another. 2 things to look at.",
        );
        news("Cobalt-shrub", "", "");
    }
}

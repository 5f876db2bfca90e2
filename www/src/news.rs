//! What is said about a password, and read out: only what has changed since the last time. No
//! document here.

use crate::{language::Speech, strength::Measure, texts::key};
use prefile::{Code, Finding, Kind, PasswordCheck, Severity, message::message, password::Rule};

/// What stands in the box and on the page in any case.
const SAID_ANYWAY: [Code; 3] = [
    Code::PasswordEmpty,
    Code::PasswordRulesAreNotStrength,
    Code::PasswordLongIsGood,
];

/// What the measure finds and the check says already.
const SAID_BY_CHECK: [(Code, Code); 7] = [
    (Code::StrengthPersonal, Code::PasswordSameAsEmail),
    (Code::StrengthPersonal, Code::PasswordHasEmail),
    (Code::StrengthPersonal, Code::PasswordHasBirthday),
    (Code::StrengthPersonal, Code::PasswordHasPersonal),
    (Code::StrengthCommonPassword, Code::PasswordCommon),
    (Code::StrengthContainsCommonPassword, Code::PasswordCommon),
    (Code::StrengthShort, Code::PasswordShort),
];

/// What the page says of a password, and was read out or could have been.
#[derive(Default)]
pub(crate) struct Told {
    pub(crate) rules: Vec<(Rule, bool)>,
    /// How hard it is to guess, from 0 to 4; none as long as nothing has measured it.
    pub(crate) score: Option<u32>,
    /// What is unwise, the gravest first. What the rules ask for is ticked, and not said again.
    pub(crate) findings: Vec<Finding>,
}

/// No better is a password that many people use.
const MOST_OF_COMMON: u32 = 2;

impl Told {
    pub(crate) fn of(check: PasswordCheck, measure: Option<Measure>) -> Self {
        let mut findings = check.findings;
        findings.retain(|finding| {
            let of_rule = Rule::all().any(|rule| rule.finding().code == finding.code);
            !of_rule && !SAID_ANYWAY.contains(&finding.code)
        });
        // Signs around what everybody uses are many guesses more, and still one of the first.
        let common = findings.iter().any(|one| one.code == Code::PasswordCommon);
        let most = if common { MOST_OF_COMMON } else { u32::MAX };
        let score = measure.as_ref().map(|measure| measure.score.min(most));
        for code in measure.into_iter().flat_map(|measure| measure.weaknesses) {
            let by_check = |one: &Finding| SAID_BY_CHECK.contains(&(code, one.code));
            if !findings.iter().any(by_check) {
                findings.push(Finding::new(code));
            }
        }
        let mut sorted = Vec::with_capacity(findings.len());
        for severity in [Severity::Error, Severity::Warning, Severity::Note] {
            let of_it = findings.iter().filter(|one| one.severity() == severity);
            sorted.extend(of_it.cloned());
        }
        Self {
            rules: check.rules,
            score,
            findings: sorted,
        }
    }

    /// What is new since then, in a few sentences; empty if nothing is.
    pub(crate) fn since(&self, before: &Self, speech: &Speech) -> String {
        let mut news = Vec::new();
        self.rules_since(before, speech, &mut news);
        if let Some(score) = self.score.filter(|_| self.score != before.score) {
            news.push(score_text(score, speech).to_owned());
        }
        self.findings_since(before, speech, &mut news);
        news.join(" ")
    }

    fn rules_since(&self, before: &Self, speech: &Speech, news: &mut Vec<String>) {
        if self.count_met() == self.rules.len() {
            if before.count_met() < self.rules.len() {
                news.push(speech.text(key!("password.all_met")).to_owned());
            }
            return;
        }
        for (is_met, key) in [
            (true, key!("password.now_met")),
            (false, key!("password.now_unmet")),
        ] {
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
                news.push(speech.fill(key!("password.count"), &[("count", &count)]));
            }
        } else if self.findings.is_empty() && !before.findings.is_empty() && self.count_met() > 0 {
            news.push(speech.text(key!("password.nothing")).to_owned());
        }
    }
}

/// How hard it is to guess, in words.
pub(crate) fn score_text(score: u32, speech: &Speech) -> &'static str {
    speech.text(match score {
        0 => key!("password.score0"),
        1 => key!("password.score1"),
        2 => key!("password.score2"),
        3 => key!("password.score3"),
        _ => key!("password.score4"),
    })
}

fn said(finding: &Finding, speech: &Speech) -> String {
    message(finding, Kind::Password, &speech.catalogue)
}

#[cfg(test)]
mod tests {
    use super::Told;
    use crate::{language::Speech, strength::Measure};
    use prefile::{Code, check_password};

    fn told(password: &str) -> Told {
        Told::of(check_password(password, None, &[]), None)
    }

    fn measured(password: &str, score: u32, weaknesses: &[Code]) -> Told {
        let weaknesses = weaknesses.to_vec();
        let measure = Measure { score, weaknesses };
        Told::of(check_password(password, None, &[]), Some(measure))
    }

    #[track_caller]
    fn news(before: &str, now: &str, expect: &str) {
        let speech = Speech::english();
        assert_eq!(told(now).since(&told(before), &speech), expect);
    }

    #[test]
    fn signs_around_what_everybody_uses_do_not_make_it_strong() {
        let score = |password: &str| measured(password, 4, &[]).score;
        assert_eq!(score("!!P@ssw0rd-2026!!"), Some(2));
        assert_eq!(score("Cobalt-shrub-waltz-90"), Some(4));
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

    #[test]
    fn a_score_is_read_out_when_it_is_another() {
        let speech = Speech::english();
        let weak = measured("Cobalt-shrub-9", 2, &[Code::StrengthWord]);
        let strong = measured("Cobalt-shrub-waltz-9", 4, &[]);
        let word = "A plain word is easy to guess. Add one or two rare words.";
        assert_eq!(
            weak.since(&told("Cobalt-shrub-9"), &speech),
            ["Fairly easy to guess.", word].join(" ")
        );
        assert_eq!(weak.since(&weak, &speech), "");
        assert_eq!(
            strong.since(&weak, &speech),
            "Very hard to guess. Nothing more to look at."
        );
    }

    #[test]
    fn what_check_and_measure_find_is_said_once_and_the_gravest_first() {
        let weaknesses = [
            Code::StrengthCommonPassword,
            Code::StrengthLookAlikes,
            Code::StrengthDate,
        ];
        let told = measured("P@ssw0rd", 0, &weaknesses);
        let codes: Vec<_> = told.findings.iter().map(|one| one.code.id()).collect();
        let expect = [
            "password/common",
            "password/short",
            "strength/date",
            "strength/look-alikes",
        ];
        assert_eq!(codes, expect);
    }
}

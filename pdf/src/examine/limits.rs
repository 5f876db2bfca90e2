//! What a form itself refuses: by the room in its boxes, and by the rules of its scripts.

use super::{Examined, ONE, says};
use crate::{Code, Fault, Field, fault, fault::written, script::Rule};
use prefile::{
    Code as Own, Context, Day, Finding, Kind, Severity, check,
    field::Purpose,
    finding::{Fix, Param, Safety},
    form::spelling,
    text::Span,
};

/// What the instructions want where there is nothing to say, without signs: N/A, None.
const NOTHING: [&str; 4] = ["NA", "NONE", "NOTAPPLICABLE", "UNKNOWN"];

/// What a form refuses of an answer.
#[derive(Default)]
struct Refused {
    findings: Vec<Finding>,
    faults: Vec<Fault>,
}

impl Refused {
    fn is_empty(&self) -> bool {
        self.findings.is_empty() && self.faults.is_empty()
    }
}

/// How many characters a box takes at the most, if that is known.
pub(super) fn room(field: &Field, rules: &[&Rule]) -> Option<u32> {
    let most = rules.iter().filter_map(|rule| match rule {
        Rule::Most(most) | Rule::Exactly(most) => u32::try_from(*most).ok(),
        _ => None,
    });
    most.chain(field.max_length).min()
}

/// Whether an answer says that there is nothing to say, as the instructions want it.
#[inline(never)]
pub(crate) fn is_nothing(answer: &str) -> bool {
    let bare = without(answer, &[' ', '/', '.']);
    NOTHING.iter().any(|word| bare.eq_ignore_ascii_case(word))
}

/// Whether an answer says that there is nothing to say, or no day: right on paper, whatever the box lets
/// in. What is refused is left to the pen.
pub(super) fn is_by_hand(
    own: &mut Examined,
    answer: &str,
    field: &Field,
    rules: &[&Rule],
    context: Context,
) -> bool {
    let bare = without(answer, &[' ', '/', '.']);
    let is = |word: &str| bare.eq_ignore_ascii_case(word);
    if is(NOTHING[0]) || is("DS") && may_be_without_day(own, field) {
        // Of who files it is told that a name may be missing.
        let files = own.purpose.is_none() && own.whose.is_some_and(|whose| ONE.contains(&whose));
        let is_note = |finding: &Finding| finding.severity() == Severity::Note;
        if !files || !own.findings.iter().all(is_note) {
            own.findings.clear();
        }
    } else if is_nothing(answer) {
        own.findings
            .retain(|finding| finding.code != Own::TextNotApplicable);
    } else {
        return is_none(answer, context) && none(own, answer, field, rules);
    }
    if !refused(answer, field, rules).is_empty() {
        let text = fault::Param::Text(answer.trim().to_owned());
        own.faults.push(Fault::new(Code::BoxByHand).with([text]));
    }
    true
}

/// Whether a date may be D/S: a stay may last as long as the status.
fn may_be_without_day(own: &Examined, field: &Field) -> bool {
    let asks = || says(&field.tooltip, &["duration of status"]);
    own.kind == Some(Kind::Date) && (own.purpose == Some(Purpose::Expiry) || asks())
}

/// Whether a text says so in other words, or in another language.
fn is_none(answer: &str, context: Context) -> bool {
    let as_number = check(Kind::Ssn, answer, context).findings;
    as_number
        .iter()
        .any(|finding| finding.code == Own::TextNotApplicable)
}

/// Such words stand where the form's own filters let them stand, whatever the box wants.
fn none(own: &mut Examined, answer: &str, field: &Field, rules: &[&Rule]) -> bool {
    let filtered = rules
        .iter()
        .any(|rule| matches!(rule, Rule::Takes(_) | Rule::Exactly(_) | Rule::Date(_)));
    let said = own
        .findings
        .iter()
        .any(|finding| finding.code == Own::TextNotApplicable);
    if !refused(answer, field, rules).is_empty() || said && !filtered {
        own.findings = vec![Finding::new(Own::TextNotApplicable)];
    } else {
        own.findings
            .retain(|finding| finding.code != Own::TextNotApplicable);
    }
    true
}

/// What the form itself refuses. Where only the spelling is refused, not the value, one fix mends all.
pub(super) fn limits(
    own: &mut Examined,
    answer: &str,
    value: Option<&str>,
    field: &Field,
    rules: &[&Rule],
) {
    let mut refused = refused(answer, field, rules);
    if refused.is_empty() {
        return;
    }
    let takes = |text: &String| self::refused(text, field, rules).is_empty();
    let better = own.kind.zip(value);
    let better = better.and_then(|(kind, value)| spellings(kind, value).into_iter().find(takes));
    if let Some(text) = better {
        let is_sign = |finding: &Finding| finding.code == Own::AnswerBoxRefuses;
        if let Some(sign) = refused.findings.iter().position(is_sign) {
            refused.findings.swap(0, sign);
        }
        refused.findings.truncate(1);
        let same = |finding: &Finding| finding.fix.as_ref().is_some_and(|fix| fix.text == text);
        own.findings.retain(|finding| !same(finding));
        if let Some(finding) = refused.findings.first_mut() {
            let safety = if own.findings.is_empty() {
                Safety::Safe
            } else {
                Safety::Ask
            };
            finding.fix = Some(Fix { text, safety });
            refused.faults.clear();
        } else {
            refused.faults.truncate(1);
            if let Some(fault) = refused.faults.first_mut() {
                fault.fix = Some(text);
            }
        }
    }
    own.findings.append(&mut refused.findings);
    own.faults.append(&mut refused.faults);
}

/// How boxes may want a right value written: its digits alone, or the day as forms write it.
fn spellings(kind: Kind, value: &str) -> Vec<String> {
    match kind {
        Kind::Date | Kind::DateOfBirth => {
            let day = Day::from_iso(value);
            let day = day.map(|day| written(day, u32::from(day.year()), 4));
            day.into_iter().collect()
        }
        Kind::Zip => vec![value.chars().take(5).collect()],
        // The letter is printed before the box, and the sign has no room in it.
        Kind::ANumber | Kind::SevisId | Kind::Phone => {
            vec![without(value, &['-']), without(value, &['A', 'N', '+'])]
        }
        Kind::OnlineAccountNumber
        | Kind::ReceiptNumber
        | Kind::Ssn
        | Kind::I94Number
        | Kind::PassportNumber => vec![without(value, &['-'])],
        _ => Vec::new(),
    }
}

fn without(text: &str, signs: &[char]) -> String {
    let mut text = text.to_owned();
    text.retain(|letter| !signs.contains(&letter));
    text
}

fn refused(answer: &str, field: &Field, rules: &[&Rule]) -> Refused {
    let mut refused = Refused::default();
    let length = u32::try_from(answer.chars().count()).unwrap_or(u32::MAX);
    let most = rules.iter().filter_map(|rule| match rule {
        Rule::Most(most) => u32::try_from(*most).ok(),
        _ => None,
    });
    if let Some(room) = most.chain(field.max_length).min()
        && length > room
    {
        let finding = Finding::new(Own::AnswerBoxTooSmall);
        let told = [Param::Number(length), Param::Number(room)];
        refused.findings.push(finding.with(told));
    }
    for rule in rules {
        match rule {
            Rule::Takes(letters) => {
                if let Some((start, letter)) = answer
                    .char_indices()
                    .find(|(_, letter)| !letters.takes(*letter))
                {
                    let end = start + letter.len_utf8();
                    let finding = Finding::new(Own::AnswerBoxRefuses);
                    let finding = finding.with([Param::Char(letter)]).at(Span { start, end });
                    let takes = |letter| letters.takes(letter);
                    let signs: Vec<u8> = (b' '..=b'~')
                        .filter(|sign| takes(char::from(*sign)))
                        .collect();
                    let better = spelling(answer, &signs);
                    let better = better.filter(|better| better.chars().all(takes));
                    refused.findings.push(match better {
                        Some(better) => finding.ask_fix(better),
                        None => finding,
                    });
                }
            }
            Rule::Exactly(exactly) if u64::from(length) != *exactly => {
                let exactly = u32::try_from(*exactly).unwrap_or(u32::MAX);
                let told = [fault::Param::Number(exactly), fault::Param::Number(length)];
                let fault = Fault::new(Code::BoxExactLength);
                refused.faults.push(fault.with(told));
            }
            Rule::Date(words) if !is_date(answer) && !words.iter().any(|word| word == answer) => {
                refused.faults.push(Fault::new(Code::BoxNotADate));
            }
            _ => {}
        }
    }
    refused
}

/// `12/31/2025`
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('/').collect();
    let [month, day, year] = parts[..] else {
        return false;
    };
    let number = |digits: &str, length: usize| {
        let plain = digits.len() == length && digits.bytes().all(|digit| digit.is_ascii_digit());
        plain.then(|| digits.parse::<u16>().ok()).flatten()
    };
    let small = |digits| u8::try_from(number(digits, 2)?).ok();
    let day = || Day::new(number(year, 4)?, small(month)?, small(day)?);
    day().is_some()
}

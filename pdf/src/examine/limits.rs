//! What a form itself refuses: by the room in its boxes, and by the rules of its scripts.

use super::Examined;
use crate::{Code, Fault, Field, fault, script::Rule};
use prefile::{
    Code as Own, Context, Day, Finding, Kind, check, finding::Param, form::spelling, text::Span,
};

/// Whether a text says that there is nothing to say: N/A, None.
pub(super) fn is_none(answer: &str, context: Context) -> bool {
    let as_number = check(Kind::Ssn, answer, context).findings;
    as_number
        .iter()
        .any(|finding| finding.code == Own::TextNotApplicable)
}

/// N/A stands where the form's own filters let it stand, whatever the box wants.
pub(super) fn none(own: &mut Examined, answer: &str, field: &Field, rules: &[&Rule]) {
    let mut limited = own.clone();
    limited.findings.clear();
    limits(&mut limited, answer, field, rules);
    let refused = limited
        != Examined {
            findings: Vec::new(),
            ..own.clone()
        };
    let filtered = rules
        .iter()
        .any(|rule| matches!(rule, Rule::Takes(_) | Rule::Exactly(_) | Rule::Date(_)));
    let said = own
        .findings
        .iter()
        .any(|finding| finding.code == Own::TextNotApplicable);
    if refused || said && !filtered {
        own.findings = vec![Finding::new(Own::TextNotApplicable)];
    } else {
        own.findings
            .retain(|finding| finding.code != Own::TextNotApplicable);
    }
}

/// What the form itself refuses.
pub(super) fn limits(own: &mut Examined, answer: &str, field: &Field, rules: &[&Rule]) {
    let length = answer.chars().count();
    let room = rules.iter().filter_map(|rule| match rule {
        Rule::Most(most) => u32::try_from(*most).ok(),
        _ => None,
    });
    if let Some(room) = room.chain(field.max_length).min()
        && u32::try_from(length).is_ok_and(|length| length > room)
    {
        let found = u32::try_from(length).unwrap_or(u32::MAX);
        let finding = Finding::new(Own::AnswerBoxTooSmall);
        own.findings
            .push(finding.with([Param::Number(found), Param::Number(room)]));
    }
    for rule in rules {
        match rule {
            Rule::Takes(letters) => {
                if let Some((start, letter)) = answer
                    .char_indices()
                    .find(|(_, letter)| !letters.takes(*letter))
                {
                    let span = Span {
                        start,
                        end: start + letter.len_utf8(),
                    };
                    let finding = Finding::new(Own::AnswerBoxRefuses);
                    let finding = finding.with([Param::Char(letter)]).at(span);
                    let takes = |letter| letters.takes(letter);
                    let signs: Vec<u8> = (b' '..=b'~')
                        .filter(|sign| takes(char::from(*sign)))
                        .collect();
                    let better = spelling(answer, &signs);
                    let better = better.filter(|better| better.chars().all(takes));
                    own.findings.push(match better {
                        Some(better) => finding.ask_fix(better),
                        None => finding,
                    });
                }
            }
            Rule::Exactly(exactly)
                if u64::try_from(length).is_ok_and(|length| length != *exactly) =>
            {
                let number =
                    |number| fault::Param::Number(u32::try_from(number).unwrap_or(u32::MAX));
                let told = [number(*exactly), number(length as u64)];
                own.faults.push(Fault::new(Code::BoxExactLength).with(told));
            }
            Rule::Date(words) if !is_date(answer) && !words.iter().any(|word| word == answer) => {
                own.faults.push(Fault::new(Code::BoxNotADate));
            }
            _ => {}
        }
    }
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

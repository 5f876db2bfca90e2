//! What a person has typed, chosen and ticked, as it stands in the boxes, in all forms and guides
//! together. No document here.

use prefile::form::{Answer, Answers, Fact, MOST_ENTRIES, Packet, Wants};

/// What stands in one box.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// As it was typed; of a choice its name, of yes and no `yes` or `no`.
    pub(crate) text: String,
    /// Whether "I have none" is ticked. What was typed before stays.
    pub(crate) none: bool,
}

/// The boxes by where their answers stand: `applicant.family_name`, `homes[1].street`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Draft {
    boxes: Vec<(String, Entry)>,
    /// How many entries each list has. One that is not here was not begun; one of none is said to be
    /// empty.
    lists: Vec<(String, usize)>,
}

impl Draft {
    pub(crate) fn is_empty(&self) -> bool {
        self.boxes.is_empty() && self.lists.is_empty()
    }

    pub(crate) fn boxes(&self) -> &[(String, Entry)] {
        &self.boxes
    }

    pub(crate) fn lists(&self) -> &[(String, usize)] {
        &self.lists
    }

    pub(crate) fn entry(&self, path: &str) -> Entry {
        let found = self.boxes.iter().find(|(name, _)| name == path);
        found.map(|(_, entry)| entry.clone()).unwrap_or_default()
    }

    pub(crate) fn put(&mut self, path: &str, entry: Entry) {
        match self.boxes.iter_mut().find(|(name, _)| name == path) {
            Some((_, there)) => *there = entry,
            None => self.boxes.push((path.to_owned(), entry)),
        }
    }

    pub(crate) fn forget(&mut self) {
        self.boxes.clear();
        self.lists.clear();
    }

    /// Takes other answers over; what they do not say stays. That there is none takes no answer's place.
    pub(crate) fn take_over(&mut self, other: &Self) {
        for (list, count) in &other.lists {
            let most = self.count(list).unwrap_or(0).max(*count);
            self.set_count(list, Some(most));
        }
        for (path, entry) in &other.boxes {
            if !entry.none || self.entry(path) == Entry::default() {
                self.put(path, entry.clone());
            }
        }
    }

    /// How many entries a list has; none if it was not begun.
    pub(crate) fn count(&self, list: &str) -> Option<usize> {
        let found = self.lists.iter().find(|(name, _)| name == list);
        found.map(|(_, count)| *count)
    }

    pub(crate) fn set_count(&mut self, list: &str, count: Option<usize>) {
        self.lists.retain(|(name, _)| name != list);
        if let Some(count) = count {
            self.lists.push((list.to_owned(), count.min(MOST_ENTRIES)));
        }
    }

    /// Adds an entry with nothing in it; none to a list that is full.
    pub(crate) fn add(&mut self, list: &str) -> Option<usize> {
        let entry = self.count(list).unwrap_or(0);
        if entry == MOST_ENTRIES {
            return None;
        }
        self.set_count(list, Some(entry + 1));
        Some(entry)
    }

    /// Takes an entry out; those behind it move up. A list whose last entry goes is as it was before
    /// it was begun.
    pub(crate) fn remove(&mut self, list: &str, entry: usize) {
        let count = self.count(list).unwrap_or(0);
        if entry >= count {
            return;
        }
        self.boxes
            .retain(|(path, _)| place(path).is_none_or(|at| (at.0, at.1) != (list, entry)));
        self.renumber(list, |at| if at > entry { at - 1 } else { at });
        self.set_count(list, Some(count - 1).filter(|left| *left > 0));
    }

    /// Lets an entry and the one above it change places.
    pub(crate) fn move_up(&mut self, list: &str, entry: usize) {
        let Some(above) = entry.checked_sub(1) else {
            return;
        };
        self.renumber(list, |at| match at {
            _ if at == entry => above,
            _ if at == above => entry,
            _ => at,
        });
    }

    fn renumber(&mut self, list: &str, number: impl Fn(usize) -> usize) {
        for (path, _) in &mut self.boxes {
            let new = match place(path) {
                Some((name, at, member)) if name == list => Some(path_of(name, number(at), member)),
                _ => None,
            };
            if let Some(new) = new {
                *path = new;
            }
        }
    }

    /// Whether nothing was said in an entry.
    pub(crate) fn is_blank(&self, list: &str, entry: usize) -> bool {
        let mut here = self
            .boxes
            .iter()
            .filter(|(path, _)| place(path).is_some_and(|at| (at.0, at.1) == (list, entry)));
        here.all(|(_, entry)| entry.text.is_empty() && !entry.none)
    }

    /// The same for the core.
    pub(crate) fn answers(&self, packet: &Packet) -> Answers {
        let mut answers = Answers::default();
        let facts = packet.facts();
        for (at, fact) in facts.iter().enumerate() {
            match fact.wants {
                _ if fact.list.is_some() => {}
                Wants::List(_) => {
                    let Some(count) = self.count(&fact.id) else {
                        continue;
                    };
                    let members = facts.iter().filter(|one| is_member(one, at));
                    let members: Vec<&Fact> = members.collect();
                    let each = |entry| {
                        let mut answers = Answers::default();
                        for fact in &members {
                            let after = facts[at].id.len() + 1;
                            let member = fact.id.get(after..).unwrap_or_default();
                            self.answer(fact, &path_of(&facts[at].id, entry, member), |answer| {
                                answers.say(member, answer);
                            });
                        }
                        answers
                    };
                    answers.say(&fact.id, Answer::List((0..count).map(each).collect()));
                }
                _ => self.answer(fact, &fact.id, |answer| answers.say(&fact.id, answer)),
            }
        }
        answers
    }

    fn answer(&self, fact: &Fact, path: &str, say: impl FnOnce(Answer)) {
        let entry = self.entry(path);
        say(match fact.wants {
            _ if entry.none => Answer::None,
            _ if entry.text.is_empty() => return,
            Wants::YesNo => Answer::Bool(entry.text == "yes"),
            _ => Answer::Text(entry.text),
        });
    }
}

fn is_member(fact: &Fact, list: usize) -> bool {
    fact.list.is_some_and(|one| usize::from(one) == list)
}

/// A place in a list: its name, the entry, and the member.
pub(crate) fn place(path: &str) -> Option<(&str, usize, &str)> {
    let (list, rest) = path.split_once('[')?;
    let (entry, member) = rest.split_once(']')?;
    Some((list, entry.parse().ok()?, member.strip_prefix('.')?))
}

pub(crate) fn path_of(list: &str, entry: usize, member: &str) -> String {
    [list, "[", &entry.to_string(), "].", member].concat()
}

/// The fact's name: `homes.street` of `homes[1].street`.
pub(crate) fn fact_of(path: &str) -> String {
    place(path).map_or_else(
        || path.to_owned(),
        |(list, _, member)| [list, ".", member].concat(),
    )
}

#[cfg(test)]
mod tests {
    use super::{Draft, Entry};
    use prefile::form::{Answer, Answers, Definition, Fact, Packet, Wants};

    fn entry(text: &str, none: bool) -> Entry {
        let text = text.to_owned();
        Entry { text, none }
    }

    fn packet() -> Packet {
        let fact = |id: &str, list, wants| Fact {
            id: id.to_owned(),
            list,
            wants,
            optional: true,
        };
        let facts = vec![
            fact("a", None, Wants::Text),
            fact("b", None, Wants::YesNo),
            fact("homes", None, Wants::List(None)),
            fact("homes.city", Some(2), Wants::Text),
            fact("homes.own", Some(2), Wants::YesNo),
        ];
        Packet::new(vec![Definition {
            facts,
            ..Definition::default()
        }])
    }

    fn said(answers: &Answers) -> String {
        let one = |(name, answer): (&str, &Answer)| {
            let answer = match answer {
                Answer::Text(text) => text.clone(),
                Answer::Bool(yes) => yes.to_string(),
                Answer::None => "none".to_owned(),
                Answer::List(entries) => {
                    let entries: Vec<_> = entries.iter().map(said).collect();
                    format!("[{}]", entries.join("; "))
                }
                _ => "?".to_owned(),
            };
            format!("{name}={answer}")
        };
        answers.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn check(draft: &Draft, expected: &str) {
        assert_eq!(said(&draft.answers(&packet())), expected);
    }

    #[test]
    fn what_stands_in_the_boxes_is_what_is_answered() {
        let mut draft = Draft::default();
        draft.put("a", entry("one", false));
        draft.put("b", entry("no", false));
        draft.put("elsewhere", entry("x", false));
        check(&draft, "a=one b=false");

        draft.put("a", entry("one", true));
        check(&draft, "a=none b=false");
        assert_eq!(draft.entry("a").text, "one");

        draft.put("a", entry("", false));
        check(&draft, "b=false");
        draft.forget();
        assert!(draft.is_empty());
        check(&draft, "");
    }

    #[test]
    fn entries_are_added_moved_and_taken_out() {
        let mut draft = Draft::default();
        draft.set_count("homes", Some(0));
        check(&draft, "homes=[]");
        for city in ["Ames", "Boise", "Cody"] {
            let at = draft.add("homes").expect("room");
            assert!(draft.is_blank("homes", at));
            draft.put(&format!("homes[{at}].city"), entry(city, false));
            assert!(!draft.is_blank("homes", at));
        }
        draft.put("homes[2].own", entry("yes", false));
        check(&draft, "homes=[city=Ames; city=Boise; city=Cody own=true]");
        draft.move_up("homes", 2);
        check(&draft, "homes=[city=Ames; city=Cody own=true; city=Boise]");
        draft.move_up("homes", 0);
        draft.remove("homes", 7);
        draft.remove("homes", 0);
        check(&draft, "homes=[city=Cody own=true; city=Boise]");
        draft.remove("homes", 0);
        draft.remove("homes", 0);
        check(&draft, "");
        assert!(draft.is_empty());
    }

    #[test]
    fn other_answers_are_taken_over() {
        let (mut draft, mut other) = (Draft::default(), Draft::default());
        draft.put("a", entry("one", false));
        draft.put("b", entry("no", false));
        draft.set_count("homes", Some(2));
        draft.put("homes[0].city", entry("Ames", false));
        draft.put("homes[1].city", entry("Boise", false));
        other.put("a", entry("", true));
        other.put("b", entry("yes", false));
        other.set_count("homes", Some(1));
        other.put("homes[0].city", entry("Cody", false));
        draft.take_over(&other);
        check(&draft, "a=one b=true homes=[city=Cody; city=Boise]");
    }

    #[test]
    fn a_list_has_an_end() {
        let mut draft = Draft::default();
        draft.set_count("homes", Some(usize::MAX));
        assert_eq!(draft.count("homes"), Some(500));
        assert_eq!(draft.add("homes"), None);
    }
}

//! What was there before each change, so that everything can be undone, and done again.

use super::draft::Draft;

/// So many changes are remembered.
const MOST: usize = 200;

/// A draft as it was, and where it was changed then.
#[derive(Clone, Debug)]
pub(crate) struct Moment<Place> {
    pub(crate) draft: Draft,
    pub(crate) place: Place,
    /// What was changed: where an answer stands.
    what: String,
}

#[derive(Debug)]
pub(crate) struct Past<Place> {
    done: Vec<Moment<Place>>,
    undone: Vec<Moment<Place>>,
    /// Whether what comes next is a change of its own, also of the same box.
    rested: bool,
}

impl<Place> Default for Past<Place> {
    fn default() -> Self {
        Self {
            done: Vec::new(),
            undone: Vec::new(),
            rested: true,
        }
    }
}

impl<Place: Copy> Past<Place> {
    /// Remembers a draft before a change. What is typed in one box without a rest is one change.
    pub(crate) fn remember(&mut self, draft: &Draft, place: Place, what: &str) {
        self.undone.clear();
        let last = self.done.last();
        if !self.rested && last.is_some_and(|last| last.what == what) {
            return;
        }
        self.rested = false;
        if self.done.len() == MOST {
            self.done.remove(0);
        }
        self.done.push(Moment {
            draft: draft.clone(),
            place,
            what: what.to_owned(),
        });
    }

    /// After a screen was left, or a change was made at once.
    pub(crate) fn rest(&mut self) {
        self.rested = true;
    }

    pub(crate) fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub(crate) fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Puts back what was there before the last change; where that was, and of what.
    pub(crate) fn undo(&mut self, draft: &mut Draft) -> Option<(Place, String)> {
        self.rested = true;
        change(&mut self.done, &mut self.undone, draft)
    }

    /// Makes the change again that was undone last.
    pub(crate) fn redo(&mut self, draft: &mut Draft) -> Option<(Place, String)> {
        self.rested = true;
        change(&mut self.undone, &mut self.done, draft)
    }

    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }
}

fn change<Place: Copy>(
    from: &mut Vec<Moment<Place>>,
    to: &mut Vec<Moment<Place>>,
    draft: &mut Draft,
) -> Option<(Place, String)> {
    let mut moment = from.pop()?;
    core::mem::swap(draft, &mut moment.draft);
    let (place, what) = (moment.place, moment.what.clone());
    to.push(moment);
    Some((place, what))
}

#[cfg(test)]
mod tests {
    use super::{MOST, Past};
    use crate::guide::draft::{Draft, Entry};

    fn put(past: &mut Past<u8>, draft: &mut Draft, place: u8, text: &str) {
        past.remember(draft, place, "name");
        let text = text.to_owned();
        draft.put("name", Entry { text, none: false });
    }

    #[test]
    fn each_change_is_undone_and_done_again() {
        let (mut past, mut draft) = (Past::default(), Draft::default());
        assert!(!past.can_undo());
        // One word, letter by letter.
        for text in ["M", "Ma", "May"] {
            put(&mut past, &mut draft, 1, text);
        }
        past.rest();
        put(&mut past, &mut draft, 2, "Mayra");
        let name = |draft: &Draft| draft.entry("name").text;

        assert_eq!(past.undo(&mut draft), Some((2, "name".to_owned())));
        assert_eq!(name(&draft), "May");
        assert_eq!(past.undo(&mut draft), Some((1, "name".to_owned())));
        assert!(draft.is_empty());
        assert_eq!(past.undo(&mut draft), None);

        assert!(past.can_redo());
        past.redo(&mut draft);
        past.redo(&mut draft);
        assert_eq!(name(&draft), "Mayra");
        assert_eq!(past.redo(&mut draft), None);
        past.undo(&mut draft);
        assert_eq!(name(&draft), "May");
        // A new change ends what could be done again.
        put(&mut past, &mut draft, 1, "June");
        assert!(!past.can_redo());
        past.forget();
        assert!(!past.can_undo());
    }

    #[test]
    fn the_oldest_is_forgotten_first() {
        let (mut past, mut draft) = (Past::default(), Draft::default());
        for number in 0..=MOST {
            put(&mut past, &mut draft, 0, &number.to_string());
            past.rest();
        }
        while past.undo(&mut draft).is_some() {}
        assert_eq!(draft.entry("name").text, "0");
    }
}

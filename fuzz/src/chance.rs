//! Decisions out of bytes: the first byte decides first. Where there are no more, it is always 0.

/// The bytes that are left.
pub(crate) struct Chance<'b>(pub(crate) &'b [u8]);

impl Chance<'_> {
    pub(crate) fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else {
            return 0;
        };
        self.0 = rest;
        *first
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        let number = usize::from(self.byte());
        let number = if end > 256 {
            number << 8 | usize::from(self.byte())
        } else {
            number
        };
        number % end.max(1)
    }

    pub(crate) fn is_over(&self) -> bool {
        self.0.is_empty()
    }

    /// A text of up to so many bytes.
    pub(crate) fn text(&mut self, most: usize) -> String {
        let end = self.below(most + 1).min(self.0.len());
        let (text, rest) = self.0.split_at(end);
        self.0 = rest;
        String::from_utf8_lossy(text).into_owned()
    }

    /// What is left, cut at line breaks; texts that are not there are empty.
    pub(crate) fn lines<const COUNT: usize>(&self) -> [String; COUNT] {
        let mut lines = self.0.splitn(COUNT, |byte| *byte == b'\n');
        [(); COUNT].map(|()| String::from_utf8_lossy(lines.next().unwrap_or_default()).into_owned())
    }
}

//! Bytes of UTF-8 to units of UTF-16, as JavaScript counts. Nothing else in the core does this.

use crate::text::Span;

/// How many units a text has.
pub(super) fn length(text: &str) -> u32 {
    let units = if text.is_ascii() {
        text.len()
    } else {
        text.encode_utf16().count()
    };
    u32::try_from(units).unwrap_or(u32::MAX)
}

/// A part of a text, in units.
pub(super) struct Units {
    pub start: u32,
    pub end: u32,
}

/// Counts through a text once; spans in order cost no second reading.
pub(super) struct Counter<'t> {
    text: &'t str,
    byte: usize,
    unit: u32,
    /// Where it begins to count, in bytes and in units.
    start: (usize, u32),
}

impl<'t> Counter<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self::from(text, 0, 0)
    }

    /// Counts from a byte on whose unit is known; never of a place before it.
    pub(super) fn from(text: &'t str, byte: usize, unit: u32) -> Self {
        Self {
            text,
            byte,
            unit,
            start: (byte, unit),
        }
    }

    /// A span in units.
    pub(super) fn span(&mut self, span: Span) -> Units {
        Units {
            start: self.unit_of(span.start),
            end: self.unit_of(span.end),
        }
    }

    fn unit_of(&mut self, byte: usize) -> u32 {
        if byte < self.byte {
            (self.byte, self.unit) = self.start;
        }
        if let Some(between) = self.text.get(self.byte..byte) {
            self.unit += length(between);
            self.byte = byte;
        }
        self.unit
    }
}

#[cfg(test)]
mod tests {
    use super::Counter;
    use crate::text::Span;

    #[track_caller]
    fn check(text: &str, bytes: &[(usize, usize)], units: &[(u32, u32)]) {
        let mut counter = Counter::new(text);
        let found: Vec<(u32, u32)> = bytes
            .iter()
            .map(|&(start, end)| counter.span(Span { start, end }))
            .map(|span| (span.start, span.end))
            .collect();
        assert_eq!(found, units, "{text:?}");
    }

    #[test]
    fn spans_are_counted_as_javascript_counts() {
        check("abc", &[(0, 3), (1, 2)], &[(0, 3), (1, 2)]);
        check("🗽a", &[(4, 5), (0, 4)], &[(2, 3), (0, 2)]);
        check("e\u{301}12", &[(3, 5)], &[(2, 4)]);
        check("\u{fffd}x", &[(3, 4)], &[(1, 2)]);
        check("", &[(0, 0)], &[(0, 0)]);
        check("ab", &[(1, 9)], &[(1, 1)]);
    }
}

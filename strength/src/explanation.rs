//! What a password was taken for: a sequence of matches that covers it.
//!
//! Nothing here holds a character of the password: a match says where and what, not which.

/// One part of the password and the pattern that explains it most cheaply.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// What the part was taken for.
    pub kind: Kind,
    /// The first byte of the part, in the password as it was given.
    pub start: usize,
    /// The byte after the part.
    pub end: usize,
    /// How many guesses the part alone takes.
    pub guesses: f64,
}

/// A pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// No pattern: every character has to be tried.
    Bruteforce,
    /// A word of a list.
    Dictionary {
        /// Which list.
        list: List,
        /// It is spelled backwards.
        reversed: bool,
        /// Digits or signs stand for letters: `p@ssw0rd`.
        look_alikes: bool,
        /// It has capitals.
        capitals: bool,
    },
    /// Neighbouring keys of a keyboard.
    Keyboard {
        /// Which keyboard.
        layout: Layout,
        /// How often the walk turns; 1 is a straight line.
        turns: u8,
    },
    /// The same characters several times over.
    Repeat {
        /// How often.
        times: u8,
        /// How many characters are repeated.
        unit: u8,
    },
    /// Characters that follow each other in steps of one size: `abcd`, `9753`.
    Sequence {
        /// Upwards.
        ascending: bool,
    },
    /// A year of the last or of this century.
    Year,
    /// A day: `13.5.1989`, `890513`.
    Date {
        /// Day, month and year are separated by a sign.
        separated: bool,
    },
}

/// A list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum List {
    /// Passwords that leaked often.
    Passwords,
    /// Words of English and Spanish.
    Words,
    /// Given names and family names, in the United States and in Spain.
    Names,
    /// What the caller said about the person.
    Personal,
}

/// A keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Layout {
    /// The usual one.
    Qwerty,
    /// Dvorak's.
    Dvorak,
    /// The block of digits.
    Keypad,
    /// The block of digits on a Mac.
    MacKeypad,
}

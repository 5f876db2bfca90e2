//! Codes and recovery answers of an online account.
//!
//! Their formats are not published, so nothing that is typed is refused. What can be told is a
//! mix-up, where the code comes from, and that it is nobody else's. No answer repeats it: there is
//! no value, no display, no fix, no change.
//!
//! Sources: how to create a USCIS online account; how to get a new Online Access Code.

use super::{Rules, another::another_kind_with_letters, reading::Reading};
use crate::{Code, Kind, finding::SharedFault};

pub(super) fn read(reading: &mut Reading, _: &Rules) {
    if reading.kind == Kind::RecoveryAnswer {
        if reading.text.ends_with('?') {
            reading.add(Code::RecoveryAnswerQuestion, None);
        }
    } else if another_kind_with_letters(reading) {
        // A code may be all digits, as some identifiers are: only letters tell them apart. What is no
        // code has nothing to keep secret, and does not expire.
        return;
    }
    if reading.kind == Kind::OnlineAccessCode {
        reading.mention(Some(Code::OnlineAccessCodeExpires));
    }
    reading.mention(Code::of(reading.kind, SharedFault::KeepSecret));
}

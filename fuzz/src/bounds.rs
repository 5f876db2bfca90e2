//! What an input may take at most.

use cap::Cap;
use cpu_time::ThreadTime;
use std::alloc::System;
use std::sync::Once;
use std::time::Duration;

use crate::Door;

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

/// The time that the processor has for one input, and the megabytes that may be taken beside what there was at first.
#[derive(Clone, Copy)]
pub struct Bounds {
    time: Duration,
    megabytes: usize,
}

/// For what a person types or pastes: 50 milliseconds without the fuzzer's counters and the checks of
/// overflow, which take as long again and more, on a machine that does something else beside.
pub const TEXT: Bounds = Bounds {
    time: Duration::from_millis(50 * 3),
    megabytes: 64,
};

/// For a file.
pub const FILE: Bounds = Bounds {
    time: Duration::from_secs(5),
    megabytes: 256,
};

/// Lets an input through a door.
///
/// # Panics
///
/// When it takes more time than it may. With more memory than it may, the process is ended.
pub fn within(bounds: Bounds, door: Door, bytes: &[u8]) {
    static FIRST: Once = Once::new();
    FIRST.call_once(|| {
        // What is read once, at the first call, counts for none.
        door(&[]);
        let most = MEMORY.allocated() + bounds.megabytes * 1024 * 1024;
        assert!(MEMORY.set_limit(most).is_ok(), "there is room already");
    });
    let start = ThreadTime::now();
    door(bytes);
    let took = start.elapsed();
    assert!(took <= bounds.time, "{} bytes took {took:?}", bytes.len());
}

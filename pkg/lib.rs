//! The npm package's module: the core's JavaScript boundary, and nothing of its own.
//!
//! What the core exports to JavaScript is exported by every module that it is linked into.

use prefile as _;

//! Catches mistakes before a US immigration filing is sent.

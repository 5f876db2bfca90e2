//! What can be filled in here: `forms/*.toml`, compiled by build.rs.

pub(crate) struct Pack {
    /// The name in the address: `form/g-1145`.
    pub(crate) name: &'static str,
    /// The page's text with its title.
    pub(crate) title: &'static str,
    pub(crate) bytes: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/packs.rs"));

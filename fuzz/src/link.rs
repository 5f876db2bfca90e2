//! A link, and a message with links.

use prefile::{check_link, check_links, link::MOST_LINKS};

/// Whose it is.
pub fn link(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let one = check_link(&text);
    let host = one.host.as_deref();
    assert!(host.is_none_or(|host| host.is_ascii() && !host.is_empty()));
    // A host that was read is read the same again.
    if let Some(host) = host {
        let alone = check_link(&["http://", host, "/"].concat());
        assert_eq!(alone.host.as_deref(), Some(host));
    }
    let all = check_links(&text);
    assert!(all.len() <= MOST_LINKS);
    let mut end = 0;
    for link in all {
        assert!(link.span.start >= end, "in order, none inside another");
        assert!(text.get(link.span.start..link.span.end).is_some());
        end = link.span.end;
    }
}

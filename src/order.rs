//! Order in short lists.

/// Sorts a list so that `fits` holds of each two neighbours; what was equal keeps its order.
///
/// By insertion: the lists have a handful of members, and the standard sort costs the module
/// several kilobytes for each type that it sorts.
pub(crate) fn by<T>(list: &mut [T], fits: fn(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && !fits(&list[at - 1], &list[at]) {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

//! A trie in two flat arrays, built from sorted words.
//!
//! Nodes stand in the order of a depth-first walk, so a node's first child is the next node. Each
//! node has its symbol, the number of its next sibling, and a value if a word ends there.

use zeroize::Zeroize;

use crate::work::Work;

/// A set of words with a value each.
#[derive(Default)]
pub(crate) struct Trie {
    /// Symbol in the low byte, next sibling above it; no node is its own successor's child 0.
    links: Vec<u32>,
    /// [`PARENT`], and a value plus one where a word ends.
    values: Vec<u16>,
    /// The first node for each first symbol.
    roots: Vec<u32>,
}

/// The node has children: the next one is the first of them.
const PARENT: u16 = 1 << 15;

/// There is no such node.
const NONE: u32 = u32::MAX;

/// Adds sorted words to a trie.
pub(crate) struct Builder {
    trie: Trie,
    /// The nodes of the last word.
    path: Vec<usize>,
}

impl Builder {
    /// Makes room for about so many nodes.
    pub(crate) fn new(nodes: usize) -> Self {
        Builder {
            trie: Trie {
                links: Vec::with_capacity(nodes),
                values: Vec::with_capacity(nodes),
                roots: vec![NONE; 256],
            },
            path: Vec::with_capacity(64),
        }
    }

    /// Adds a word that shares `shared` symbols with the last one, goes on with `rest`, and stands
    /// behind the last one in order.
    pub(crate) fn push(&mut self, shared: usize, rest: &[u8], value: u16) {
        let Trie {
            links,
            values,
            roots,
        } = &mut self.trie;
        let mut parent = shared
            .checked_sub(1)
            .and_then(|last| self.path.get(last))
            .copied();
        if let Some(first) = rest.first() {
            let node = u32::try_from(links.len()).unwrap_or(NONE);
            if let Some(sibling) = self.path.get(shared).and_then(|&at| links.get_mut(at)) {
                *sibling |= node << 8;
            }
            if parent.is_none()
                && let Some(root) = roots.get_mut(usize::from(*first))
            {
                *root = node;
            }
        }
        self.path.truncate(shared);
        for &symbol in rest {
            if let Some(flags) = parent.and_then(|parent| values.get_mut(parent)) {
                *flags |= PARENT;
            }
            parent = Some(links.len());
            self.path.push(links.len());
            links.push(u32::from(symbol));
            values.push(0);
        }
        if let Some(end) = self.path.last().and_then(|&last| values.get_mut(last)) {
            *end |= value + 1;
        }
    }

    /// The trie.
    pub(crate) fn finish(self) -> Trie {
        self.trie
    }
}

impl Trie {
    /// The node of a first symbol.
    pub(crate) fn root(&self, symbol: u8) -> Option<u32> {
        let node = *self.roots.get(usize::from(symbol))?;
        (node != NONE).then_some(node)
    }

    /// The child of `node` for `symbol`.
    pub(crate) fn child(&self, node: u32, symbol: u8, work: &mut Work) -> Option<u32> {
        let place = usize::try_from(node).ok()?;
        if self.values.get(place)? & PARENT == 0 {
            return None;
        }
        let symbol = u32::from(symbol);
        let mut child = node + 1;
        loop {
            work.add(1);
            let link = *self.links.get(usize::try_from(child).ok()?)?;
            if link & 0xFF >= symbol {
                return (link & 0xFF == symbol).then_some(child);
            }
            child = link >> 8;
            if child == 0 {
                return None;
            }
        }
    }

    /// The value of the word that ends at `node`.
    pub(crate) fn value(&self, node: u32) -> Option<u16> {
        let value = self.values.get(usize::try_from(node).ok()?)? & !PARENT;
        value.checked_sub(1)
    }
}

impl Drop for Trie {
    /// A trie may hold what a person said about themselves.
    fn drop(&mut self) {
        self.links.zeroize();
        self.values.zeroize();
        self.roots.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::Builder;
    use crate::work::Work;

    #[test]
    fn finds_its_words_and_no_others() {
        let words = ["a", "abc", "abd", "abda", "b", "bx", "by", "c"];
        let mut builder = Builder::new(8);
        let mut last: &str = "";
        for (value, word) in (0_u16..).zip(words) {
            let shared = last
                .bytes()
                .zip(word.bytes())
                .take_while(|(x, y)| x == y)
                .count();
            builder.push(shared, &word.as_bytes()[shared..], value);
            last = word;
        }
        let trie = builder.finish();
        let find = |word: &str| {
            let mut bytes = word.bytes();
            let mut node = trie.root(bytes.next()?)?;
            for byte in bytes {
                node = trie.child(node, byte, &mut Work::default())?;
            }
            trie.value(node)
        };
        for (value, word) in (0_u16..).zip(words) {
            assert_eq!(find(word), Some(value), "{word}");
        }
        for word in ["ab", "abb", "abe", "abcd", "ba", "bz", "bxx", "d", "0"] {
            assert_eq!(find(word), None, "{word}");
        }
    }
}

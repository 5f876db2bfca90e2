//! The values that a PDF is made of.

/// A value. What is written wrong reads as `Null`.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Object {
    #[default]
    Null,
    Bool(bool),
    Integer(i64),
    Real(f64),
    /// Bytes; what they say is [`crate::text`]'s.
    String(Vec<u8>),
    Name(Vec<u8>),
    Array(Vec<Object>),
    Dict(Dict),
    Stream(Stream),
    /// Another object, by number and generation.
    Reference(Id),
}

/// The number and the generation of an object.
pub(crate) type Id = (u32, u16);

/// Values by name. The last of two with one name counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Dict(pub(super) Vec<(Vec<u8>, Object)>);

/// A stream: its dictionary, and where its bytes stand in the file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stream {
    pub(crate) dict: Dict,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whose it is: its key depends on it.
    pub(super) id: Id,
}

static NULL: Object = Object::Null;

impl Dict {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &(Vec<u8>, Object)> {
        self.0.iter()
    }

    /// The value of this name, as it is written.
    pub(crate) fn get(&self, name: &str) -> &Object {
        let found = self.0.iter().rev().find(|(own, _)| own == name.as_bytes());
        found.map_or(&NULL, |(_, value)| value)
    }

    /// Puts a value in the place of the one of this name.
    pub(crate) fn set(&mut self, name: &str, value: Object) {
        let own = self.0.iter_mut().rev();
        let mut own = own.filter(|(own, _)| own == name.as_bytes());
        match own.next() {
            Some((_, place)) => *place = value,
            None => self.0.push((name.as_bytes().to_vec(), value)),
        }
    }

    /// Whether there was a value of this name.
    pub(crate) fn remove(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|(own, _)| own != name.as_bytes());
        self.0.len() < before
    }
}

impl<const MANY: usize> From<[(&str, Object); MANY]> for Dict {
    fn from(all: [(&str, Object); MANY]) -> Self {
        Self(
            all.map(|(name, value)| (name.as_bytes().to_vec(), value))
                .into(),
        )
    }
}

impl Object {
    pub(crate) fn integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }

    pub(crate) fn count(&self) -> Option<usize> {
        usize::try_from(self.integer()?).ok()
    }

    /// An integer or a real.
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            Self::Integer(number) => i32::try_from(*number).ok().map(f64::from),
            Self::Real(number) => Some(*number),
            _ => None,
        }
    }

    pub(crate) fn name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(crate) fn is_name(&self, name: &str) -> bool {
        self.name() == Some(name.as_bytes())
    }

    pub(crate) fn string(&self) -> Option<&[u8]> {
        match self {
            Self::String(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub(crate) fn bool(&self) -> Option<bool> {
        match self {
            Self::Bool(is) => Some(*is),
            _ => None,
        }
    }

    pub(crate) fn reference(&self) -> Option<Id> {
        match self {
            Self::Reference(id) => Some(*id),
            _ => None,
        }
    }

    /// The members of an array; none of what is no array.
    pub(crate) fn array(&self) -> &[Object] {
        match self {
            Self::Array(all) => all,
            _ => &[],
        }
    }

    /// A dictionary, or that of a stream.
    pub(crate) fn dict(&self) -> Option<&Dict> {
        match self {
            Self::Dict(dict) | Self::Stream(Stream { dict, .. }) => Some(dict),
            _ => None,
        }
    }
}

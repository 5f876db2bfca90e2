//! The boxes of a form, and what stands in them.

use crate::copies;
use crate::file::{Dict, File, Id, Object};
use crate::font::{Font, Style};
use crate::text::text;
use std::{
    collections::{HashMap, HashSet},
    rc::Rc,
};

/// More pages than any form has.
const MOST_PAGES: usize = 2_000;
/// More parts than a page is printed of.
const MOST_PARTS: usize = 100;
/// More boxes than any form has.
const MOST_FIELDS: usize = 20_000;
/// More text than all boxes of a form say and hold.
const MOST_TEXT: usize = 16 << 20;
/// What official forms are printed on.
const LETTER: [f64; 4] = [0.0, 0.0, 612.0, 792.0];
/// Fields within fields.
const DEEPEST: usize = 24;
/// More fonts, larger letters and longer appearances than any form has.
const MOST_FONTS: usize = 40;
const LARGEST: u32 = 200;
const MOST_WORDS: usize = 100;

/// A box of a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Field {
    /// Its full name: `form1[0].Page1[0].Line1a_FamilyName[0]`.
    pub name: String,
    /// What it is.
    pub shape: Shape,
    /// Where it is drawn; usually once.
    pub widgets: Vec<Widget>,
    /// What it says of itself to who cannot see it; official forms have the part, the item and the question here.
    pub tooltip: String,
    /// What stands in it. Of check boxes the state, empty when it is off.
    pub value: String,
    /// What Adobe's programs show, from a copy of their own; `None` if the file has none for this box.
    pub acrobat_value: Option<String>,
    /// What boxes have in common that share one answer in Adobe's programs: check boxes of which one
    /// at the most is checked.
    pub shared: Option<String>,
    /// The value that a reset gives it.
    pub default: String,
    /// How many characters it takes at the most.
    pub max_length: Option<u32>,
    /// Whether each character has a cell of its own.
    pub comb: bool,
    /// Whether its text goes on in the next line.
    pub multiline: bool,
    /// What its text is written in, as far as the file says so.
    pub style: Option<Style>,
    /// Whether nobody can write into it.
    pub read_only: bool,
    /// Of lists, what may be chosen.
    pub options: Vec<String>,
}

/// What a box is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// Text is written into it.
    #[default]
    Text,
    /// It is checked, or one of a few is.
    Check,
    /// One of a list is chosen.
    Choice,
    /// It is pressed; it holds nothing.
    Button,
    /// It is signed by a program.
    Signature,
}

/// Where a box is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Widget {
    /// The page, from 1; `None` if no page shows it.
    pub page: Option<u32>,
    /// Left, bottom, right and top, in points.
    pub rect: [f64; 4],
    /// Of check boxes, the state that a click gives it: `Y`, or ` APT ` with its spaces.
    pub state: Option<String>,
    /// Whether it is seen neither on the screen nor on paper.
    pub hidden: bool,
}

impl Field {
    /// Whether a person can write into it, or check it.
    #[inline(never)]
    pub(crate) fn is_open(&self) -> bool {
        !self.read_only && !matches!(self.shape, Shape::Button | Shape::Signature)
    }

    /// What a person answered; what the form itself writes is no answer.
    #[must_use]
    pub fn answer(&self) -> Option<&str> {
        let own = self.read_only || self.value == self.default || self.value.trim().is_empty();
        (!own && !matches!(self.shape, Shape::Button)).then_some(self.value.as_str())
    }

    /// What Adobe's programs show, where everything else shows another value.
    #[must_use]
    pub fn disputed(&self) -> Option<&str> {
        let other = self.acrobat_value.as_deref()?;
        (!copies::same(&self.value, other)).then_some(other)
    }

    /// The page it is drawn on first.
    #[must_use]
    pub fn page(&self) -> Option<u32> {
        self.widgets.iter().find_map(|widget| widget.page)
    }
}

/// The pages of a file: how many, and which widget is drawn on which.
pub(crate) struct Pages {
    pub(crate) count: u32,
    /// What of each is seen: left, bottom, right and top, in points.
    pub(crate) sheets: Vec<[f64; 4]>,
    by_page: HashMap<Id, u32>,
    by_widget: HashMap<Id, u32>,
    /// What is printed on them.
    contents: Vec<Object>,
}

impl Pages {
    pub(crate) fn of(file: &File) -> Self {
        let mut pages = Self {
            count: 0,
            sheets: Vec::new(),
            by_page: HashMap::new(),
            by_widget: HashMap::new(),
            contents: Vec::new(),
        };
        let root = file.root();
        let Some(root) = root.dict() else {
            return pages;
        };
        let mut seen = Vec::new();
        let mut rest = vec![(root.get("Pages").clone(), LETTER, 0)];
        while let Some((node, sheet, deep)) = rest.pop() {
            let id = node.reference();
            if let Some(id) = id {
                // In a circle, or a page twice.
                if seen.contains(&id) {
                    continue;
                }
                seen.push(id);
            }
            if deep == DEEPEST || seen.len() > 2 * MOST_PAGES {
                continue;
            }
            let node = file.follow(&node);
            let Some(dict) = node.dict() else { continue };
            // A page has it from those above it.
            let own = rect(file, dict, "CropBox").or_else(|| rect(file, dict, "MediaBox"));
            let sheet = own.unwrap_or(sheet);
            let kids = file.get(dict, "Kids");
            if let Object::Array(kids) = &*kids {
                rest.extend(
                    kids.iter()
                        .rev()
                        .take(MOST_PAGES)
                        .map(|kid| (kid.clone(), sheet, deep + 1)),
                );
            } else {
                pages.sheets.push(sheet);
                pages.add(file, dict, id);
            }
        }
        pages
    }

    fn add(&mut self, file: &File, page: &Dict, id: Option<Id>) {
        self.count += 1;
        self.contents.push(page.get("Contents").clone());
        if let Some(id) = id {
            self.by_page.insert(id, self.count);
        }
        for widget in file.get(page, "Annots").array().iter().take(MOST_FIELDS) {
            if let Some(id) = widget.reference() {
                self.by_widget.entry(id).or_insert(self.count);
            }
        }
    }
}

impl Pages {
    /// Whether what is printed on a page is gone.
    pub(crate) fn lack_content(&self, file: &File) -> bool {
        let is_gone = |content: &Object| {
            content.reference().is_some() && *file.follow(content) == Object::Null
        };
        self.contents.iter().any(|content| {
            let parts = file.follow(content);
            is_gone(content) || parts.array().iter().take(MOST_PARTS).any(is_gone)
        })
    }
}

/// Where a field stands in the file, and how text in it looks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origin {
    /// Its dictionary.
    pub(crate) id: Option<Id>,
    /// Those of the places where it is drawn.
    pub(crate) widgets: Vec<Option<Id>>,
    /// Its flags; [`has`](Self::has) tells them by their numbers.
    flags: u32,
    /// Font, size and colour, as operators: `/Helv 10 Tf 0 g`.
    pub(crate) look: Rc<Object>,
    /// Where a line stands: 0 left, 1 in the middle, 2 right.
    pub(crate) quadding: Rc<Object>,
    /// From line to line, in points, where the form says it.
    pub(crate) line_height: Option<f64>,
}

impl Origin {
    pub(crate) fn has(&self, flag: u32) -> bool {
        self.flags >> (flag - 1) & 1 == 1
    }

    /// Its flags as those of a field that one may write into.
    pub(crate) fn unlocked(&self) -> i64 {
        i64::from(self.flags & !1)
    }
}

/// A rectangle with its corners in order.
fn rect(file: &File, dict: &Dict, name: &str) -> Option<[f64; 4]> {
    let rect = file.get(dict, name);
    let corner = |at: usize| file.follow(rect.array().get(at)?).number();
    let [left, bottom, right, top] = [corner(0)?, corner(1)?, corner(2)?, corner(3)?];
    Some([
        left.min(right),
        bottom.min(top),
        left.max(right),
        bottom.max(top),
    ])
}

/// What a field has from those above it.
#[derive(Clone, Default)]
struct Inherited {
    name: String,
    kind: Vec<u8>,
    look: Rc<Object>,
    quadding: Rc<Object>,
    flags: u32,
    value: Rc<Object>,
    default: Rc<Object>,
    options: Rc<Object>,
    max_length: Option<u32>,
    style: Option<Style>,
}

/// What is known of the boxes of a file's form.
#[derive(Default)]
pub(crate) struct Boxes {
    pub(crate) fields: Vec<Field>,
    /// Where each of them stands.
    pub(crate) origins: Vec<Origin>,
    /// What they are written in.
    pub(crate) fonts: Vec<Font>,
}

/// Every box of a file's form.
pub(crate) fn boxes(file: &File, pages: &Pages) -> Boxes {
    let root = file.root();
    let form = root.dict().map(|root| file.get(root, "AcroForm"));
    let Some(form) = form.as_ref().and_then(|form| form.dict()) else {
        return Boxes::default();
    };
    let mut reader = Reader {
        file,
        pages,
        left: MOST_TEXT,
        resources: file.get(form, "DR"),
        fonts: Vec::new(),
    };
    let (fields, origins) = reader.all(form);
    let fonts = reader.fonts.into_iter().filter_map(|(_, font)| font);
    Boxes {
        fields,
        origins,
        fonts: fonts.collect(),
    }
}

struct Reader<'f> {
    file: &'f File<'f>,
    pages: &'f Pages,
    /// How much text may still be kept.
    left: usize,
    /// What the fonts' names stand for.
    resources: Rc<Object>,
    /// Those that were looked for; none stands for one of which nothing is known.
    fonts: Vec<(Vec<u8>, Option<Font>)>,
}

impl Reader<'_> {
    fn all(&mut self, form: &Dict) -> (Vec<Field>, Vec<Origin>) {
        let file = self.file;
        let (mut found, mut origins) = (Vec::new(), Vec::new());
        let mut seen = HashSet::new();
        let above = Rc::new(Inherited {
            style: self.style(form),
            look: file.get(form, "DA"),
            quadding: file.get(form, "Q"),
            ..Inherited::default()
        });
        let mut rest = Vec::new();
        push(&mut rest, &file.get(form, "Fields"), &above, 0);
        while let Some((node, above, deep)) = rest.pop() {
            let again = node.reference().is_some_and(|id| !seen.insert(id));
            if again || deep == DEEPEST || found.len() == MOST_FIELDS {
                continue;
            }
            let id = node.reference();
            let node = file.follow(&node);
            let Some(dict) = node.dict() else { continue };
            let own = self.inherit(dict, &above);
            let kids = file.get(dict, "Kids");
            // Kids without names are the places where this field is drawn.
            let is_field = |kid: &Object| {
                let kid = file.follow(kid);
                kid.dict().is_some_and(|kid| *kid.get("T") != Object::Null)
            };
            if kids.array().iter().take(MOST_FIELDS).any(is_field) {
                push(&mut rest, &kids, &Rc::new(own), deep + 1);
            } else {
                let tooltip = file.get(dict, "TU");
                let tooltip = self.say(tooltip.string().unwrap_or_default());
                let origin = Origin {
                    id,
                    widgets: match kids.array() {
                        [] => vec![id],
                        kids => kids
                            .iter()
                            .take(MOST_FIELDS)
                            .map(Object::reference)
                            .collect(),
                    },
                    flags: own.flags,
                    look: Rc::clone(&own.look),
                    quadding: Rc::clone(&own.quadding),
                    line_height: None,
                };
                let widgets = self.widgets(dict, id, &kids);
                found.push(self.field(own, tooltip, widgets));
                origins.push(origin);
            }
        }
        (found, origins)
    }

    fn say(&mut self, bytes: &[u8]) -> String {
        let bytes = bytes.get(..self.left).unwrap_or(bytes);
        self.left -= bytes.len();
        text(bytes)
    }

    fn inherit(&mut self, dict: &Dict, above: &Inherited) -> Inherited {
        let file = self.file;
        let mut own = above.clone();
        self.left = self.left.saturating_sub(own.name.len());
        if let Some(part) = file.get(dict, "T").string() {
            if !own.name.is_empty() {
                own.name.push('.');
            }
            own.name.push_str(&self.say(part));
        }
        if self.left == 0 {
            own.name.clear();
        }
        if let Some(kind) = file.get(dict, "FT").name() {
            own.kind = kind.get(..3).unwrap_or(kind).to_vec();
        }
        let small = |name: &str| {
            let number = file.get(dict, name).count();
            number.and_then(|number| u32::try_from(number).ok())
        };
        own.flags = small("Ff").unwrap_or(own.flags);
        own.max_length = small("MaxLen").or(own.max_length);
        own.style = self.style(dict).or(own.style);
        for (name, place) in [
            ("V", &mut own.value),
            ("DV", &mut own.default),
            ("Opt", &mut own.options),
            ("DA", &mut own.look),
            ("Q", &mut own.quadding),
        ] {
            let value = file.get(dict, name);
            if *value != Object::Null {
                *place = value;
            }
        }
        own
    }

    /// The font and its size in an appearance: `/Helv 10 Tf 0 g`.
    fn style(&mut self, dict: &Dict) -> Option<Style> {
        let appearance = self.file.get(dict, "DA");
        let appearance = appearance.string()?;
        let words: Vec<&[u8]> = appearance
            .split(u8::is_ascii_whitespace)
            .filter(|word| !word.is_empty())
            .take(MOST_WORDS)
            .collect();
        let at = words.iter().position(|word| *word == b"Tf")?;
        let size = points(words.get(at.checked_sub(1)?)?)?;
        let font = self.font(words.get(at.checked_sub(2)?)?.strip_prefix(b"/")?)?;
        Some(Style { font, size })
    }

    /// Which of the form's fonts this is.
    fn font(&mut self, name: &[u8]) -> Option<usize> {
        let file = self.file;
        if self.fonts.iter().all(|(known, _)| known != name) {
            let fonts = self.resources.dict().map(|dict| file.get(dict, "Font"));
            let fonts = fonts.as_ref().and_then(|fonts| fonts.dict());
            let font = fonts.zip(str::from_utf8(name).ok());
            let font = font.map(|(fonts, name)| file.get(fonts, name));
            let font = font.as_ref().and_then(|font| font.dict());
            let font = font.and_then(|font| Font::read(file, font));
            if self.fonts.len() < MOST_FONTS {
                self.fonts.push((name.to_vec(), font));
            }
        }
        let known = self.fonts.iter().filter(|(_, font)| font.is_some());
        known.clone().position(|(known, _)| known == name)
    }

    fn widgets(&mut self, dict: &Dict, id: Option<Id>, kids: &Object) -> Vec<Widget> {
        let file = self.file;
        if kids.array().is_empty() {
            return vec![self.widget(dict, id)];
        }
        let mut drawn = Vec::new();
        for kid in kids.array().iter().take(MOST_FIELDS) {
            if let Some(dict) = file.follow(kid).dict() {
                drawn.push(self.widget(dict, kid.reference()));
            }
        }
        drawn
    }

    fn widget(&mut self, dict: &Dict, id: Option<Id>) -> Widget {
        let (file, pages) = (self.file, self.pages);
        let listed = id.and_then(|id| pages.by_widget.get(&id));
        let named = || pages.by_page.get(&dict.get("P").reference()?);
        let flags = file.get(dict, "F").count().unwrap_or(0);
        Widget {
            page: listed.or_else(named).copied(),
            rect: rect(file, dict, "Rect").unwrap_or_default(),
            state: self.state(dict),
            // Hidden, or not viewed.
            hidden: flags & 0b10_0010 != 0,
        }
    }

    /// The name of the appearance that is not "off".
    fn state(&mut self, dict: &Dict) -> Option<String> {
        let appearance = self.file.get(dict, "AP");
        let appearance = appearance.dict()?;
        for which in ["N", "D"] {
            let states = self.file.get(appearance, which);
            let Object::Dict(states) = &*states else {
                continue;
            };
            if let Some((state, _)) = states.iter().find(|(state, _)| *state != b"Off") {
                return Some(self.say(state));
            }
        }
        None
    }

    fn field(&mut self, own: Inherited, tooltip: String, widgets: Vec<Widget>) -> Field {
        let file = self.file;
        let flag = |bit: u32| own.flags >> (bit - 1) & 1 == 1;
        let shape = match own.kind.as_slice() {
            b"Btn" if flag(17) => Shape::Button,
            b"Btn" => Shape::Check,
            b"Ch" => Shape::Choice,
            b"Sig" => Shape::Signature,
            _ => Shape::Text,
        };
        let mut options = Vec::new();
        for one in own.options.array().iter().take(MOST_FIELDS) {
            let one = file.follow(one);
            let exported = one.array().first().map(|first| file.follow(first));
            if let Some(option) = exported.unwrap_or(one).string() {
                options.push(self.say(option));
            }
        }
        Field {
            shape,
            widgets,
            options,
            tooltip,
            value: self.value(&own.value),
            acrobat_value: None,
            shared: None,
            default: self.value(&own.default),
            comb: flag(25),
            multiline: flag(13),
            style: own.style,
            read_only: flag(1),
            name: own.name,
            max_length: own.max_length,
        }
    }

    fn value(&mut self, value: &Object) -> String {
        match value {
            Object::Name(off) if off == b"Off" => String::new(),
            Object::Name(bytes) | Object::String(bytes) => self.say(bytes),
            Object::Array(all) => {
                let first = all.first().and_then(Object::string);
                self.say(first.unwrap_or_default())
            }
            Object::Stream(_) => {
                let bytes = self.file.decoded(value).unwrap_or_default();
                self.say(&bytes)
            }
            _ => String::new(),
        }
    }
}

/// `10.00`, in hundredths at the finest.
fn points(size: &[u8]) -> Option<f64> {
    let mut parts = size.split(|byte| *byte == b'.');
    let (whole, part) = (parts.next()?, parts.next().unwrap_or_default());
    let mut tens = whole.iter().chain(part.iter().chain(b"00").take(2));
    let hundredths = tens.try_fold(0_u32, |number, digit| {
        let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        Some(number.checked_mul(10)? + digit).filter(|number| *number <= 100 * LARGEST)
    });
    hundredths.map(|hundredths| f64::from(hundredths) / 100.0)
}

/// The last comes first off the stack.
fn push(
    rest: &mut Vec<(Object, Rc<Inherited>, usize)>,
    all: &Object,
    above: &Rc<Inherited>,
    deep: usize,
) {
    let all = all.array().iter().take(MOST_FIELDS);
    rest.extend(
        all.rev()
            .map(|field| (field.clone(), Rc::clone(above), deep)),
    );
}

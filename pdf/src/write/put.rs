//! A value into a box: what it holds, which state it shows, and how it looks.

use super::{
    font::Font,
    look::{Laid, Misfit, Room, Shape as Stands, Style, lay, points},
    more::LONGEST,
    whole::{Draft, name},
};
use crate::{
    Code, Fault, Field, Form, Shape,
    fault::Param,
    field::Origin,
    file::{Dict, File, Id, Object},
    text::text,
};
use prefile::form::spelling;
use std::{collections::HashMap, rc::Rc};

/// Flags of fields, by their numbers.
const SEVERAL_LINES: u32 = 13;
const EDITABLE: u32 = 19;

/// Narrower or lower than this nothing is drawn.
const LEAST: f64 = 6.0;

pub(super) struct Put<'f> {
    file: &'f File<'f>,
    draft: Draft<'f>,
    /// Those of the form, by name.
    fonts: Rc<Object>,
    known: HashMap<Vec<u8>, Rc<Font>>,
}

impl<'f> Put<'f> {
    pub(super) fn of(file: &'f File<'f>) -> Self {
        let inner = |from: &Object, name: &str| from.dict().map(|dict| file.get(dict, name));
        let form = inner(&file.root(), "AcroForm");
        let resources = form.and_then(|form| inner(&form, "DR"));
        let fonts = resources.and_then(|resources| inner(&resources, "Font"));
        Self {
            file,
            draft: Draft::of(file),
            fonts: fonts.unwrap_or_default(),
            known: HashMap::new(),
        }
    }

    pub(super) fn done(self) -> Draft<'f> {
        self.draft
    }

    /// Puts a value into a field; whether it stands smaller than the form has it.
    pub(super) fn value(
        &mut self,
        field: &Field,
        origin: &Origin,
        value: &str,
    ) -> Result<bool, Fault> {
        let id = origin.id.ok_or_else(|| no_such_box(&field.name))?;
        let mut widgets = Vec::new();
        for widget in &origin.widgets {
            widgets.push(widget.ok_or_else(|| no_such_box(&field.name))?);
        }
        match field.shape {
            Shape::Check => self.check(id, &widgets, value).map(|()| false),
            Shape::Choice => {
                let (own, shown) = self.choice(id, origin, value)?;
                self.text(id, &widgets, (field, origin), (&own, &shown))
            }
            Shape::Text => {
                let room = field.max_length.and_then(|most| usize::try_from(most).ok());
                let room = room.unwrap_or(LONGEST).min(LONGEST);
                if value.chars().count() > room {
                    return Err(too_long(value, room));
                }
                self.text(id, &widgets, (field, origin), (value, value))
            }
            Shape::Button | Shape::Signature => Err(Fault::new(Code::FillLockedBox)),
        }
    }

    /// Lets a person go on in a box that the form's scripts unlock for its answer: they are left out.
    pub(super) fn unlock(&mut self, origin: &Origin) {
        if let Some(id) = origin.id {
            let mut dict = self.dict(id);
            dict.set("Ff", Object::Integer(origin.unlocked()));
            self.set(id, dict);
        }
    }

    /// What only the copy for Adobe's programs calls the form's own, the fields say from now on.
    pub(super) fn defaults(&mut self, form: &Form, origins: &[Origin]) {
        for (field, origin) in form.fields.iter().zip(origins) {
            let Some(id) = origin.id.filter(|_| !field.default.is_empty()) else {
                continue;
            };
            let mut dict = self.dict(id);
            if *dict.get("DV") == Object::Null {
                let default = written(&field.default);
                dict.set(
                    "DV",
                    match field.shape {
                        Shape::Check => Object::Name(default),
                        _ => Object::String(default),
                    },
                );
                self.set(id, dict);
            }
        }
    }

    fn dict(&self, id: Id) -> Dict {
        let value = self.draft.follow(&Object::Reference(id));
        value.dict().cloned().unwrap_or_default()
    }

    fn set(&mut self, (number, _): Id, dict: Dict) {
        self.draft.put(number, Object::Dict(dict));
    }

    /// Checks a box, or those of a few that show this state.
    fn check(&mut self, id: Id, widgets: &[Id], value: &str) -> Result<(), Fault> {
        let off = value.is_empty() || value == "Off";
        let mut states = Vec::new();
        for widget in widgets {
            let state = self.state(&self.dict(*widget), value);
            states.push(state.filter(|_| !off).unwrap_or_else(|| b"Off".to_vec()));
        }
        let on = states.iter().find(|state| *state != b"Off").cloned();
        if on.is_none() && !off {
            return Err(no_such_choice(value));
        }
        for (widget, state) in widgets.iter().zip(states) {
            let mut dict = self.dict(*widget);
            dict.set("AS", Object::Name(state));
            self.set(*widget, dict);
        }
        let mut dict = self.dict(id);
        dict.set("V", Object::Name(on.unwrap_or_else(|| b"Off".to_vec())));
        self.set(id, dict);
        Ok(())
    }

    /// The name of the state that a widget has an appearance for: this, or this but for spaces.
    fn state(&self, widget: &Dict, wanted: &str) -> Option<Vec<u8>> {
        let appearance = self.file.get(widget, "AP");
        let states = appearance.dict().map(|own| self.file.get(own, "N"))?;
        let Object::Dict(states) = &*states else {
            return None;
        };
        let names = || {
            states
                .iter()
                .map(|(name, _)| name)
                .filter(|name| *name != b"Off")
        };
        let same = names().find(|name| text(name) == wanted);
        let alike = || names().find(|name| text(name).trim() == wanted.trim());
        same.or_else(alike).cloned()
    }

    /// What a list calls this choice, or this but for spaces, and what it shows of it.
    fn choice(&self, id: Id, origin: &Origin, value: &str) -> Result<(String, String), Fault> {
        let options = self.file.get(&self.dict(id), "Opt");
        let mut known = Vec::new();
        for option in options.array() {
            let option = self.file.follow(option);
            let part = |at: usize| {
                let part = option.array().get(at).map(|part| self.file.follow(part));
                part.as_ref().and_then(|part| part.string()).map(text)
            };
            if let Some(own) = option.string().map(text).or_else(|| part(0)) {
                let shown = part(1).unwrap_or_else(|| own.clone());
                known.push((own, shown));
            }
        }
        let same = known.iter().find(|(own, _)| own == value);
        let alike = || known.iter().find(|(own, _)| own.trim() == value.trim());
        let open = value.is_empty() || origin.has(EDITABLE);
        same.or_else(alike)
            .cloned()
            .or_else(|| open.then(|| (value.to_owned(), value.to_owned())))
            .ok_or_else(|| no_such_choice(value))
    }

    /// What a text field or a list holds, and what it shows.
    fn text(
        &mut self,
        id: Id,
        widgets: &[Id],
        (field, origin): (&Field, &Origin),
        (value, shown): (&str, &str),
    ) -> Result<bool, Fault> {
        // All are laid out before the first is changed.
        let mut looks = Vec::new();
        for widget in widgets {
            looks.push(self.look(&self.dict(*widget), (field, origin), shown)?);
        }
        let mut dict = self.dict(id);
        dict.set("V", Object::String(written(value)));
        dict.remove("RV");
        dict.remove("I");
        self.set(id, dict);
        let mut smaller = false;
        for (widget, look) in widgets.iter().zip(looks) {
            let Some(look) = look else { continue };
            let mut dict = self.dict(*widget);
            if let Some(style) = look.smaller {
                dict.set("DA", Object::String(style));
                smaller = true;
            }
            let fonts = Dict::from([(look.font.as_str(), look.font_object)]);
            let resources = Dict::from([("Font", Object::Dict(fonts))]);
            let form = Dict::from([
                ("Type", name("XObject")),
                ("Subtype", name("Form")),
                ("BBox", Object::Array(look.corners)),
                ("Resources", Object::Dict(resources)),
            ]);
            let stream = self.draft.add_stream(form, look.laid.operators);
            dict.set("AP", Object::Dict(Dict::from([("N", stream)])));
            self.set(*widget, dict);
        }
        Ok(smaller)
    }

    /// How a text looks in one of the places of its field; `None` if it is not seen there.
    fn look(
        &mut self,
        widget: &Dict,
        (field, origin): (&Field, &Origin),
        shown: &str,
    ) -> Result<Option<Look>, Fault> {
        let file = self.file;
        let rect = file.get(widget, "Rect");
        let corner = |at: usize| {
            let corner = rect.array().get(at).map(|corner| file.follow(corner));
            corner.and_then(|corner| corner.number()).unwrap_or(0.0)
        };
        let (width, height) = ((corner(2) - corner(0)).abs(), (corner(3) - corner(1)).abs());
        if width < LEAST || height < LEAST {
            return Ok(None);
        }
        let own = |name: &str, inherited: &Rc<Object>| match file.get(widget, name) {
            own if *own == Object::Null => Rc::clone(inherited),
            own => own,
        };
        let style = Style::read(own("DA", &origin.look).string().unwrap_or_default());
        let quadding = own("Q", &origin.quadding).integer().unwrap_or(0);
        let shape = match field.max_length {
            Some(cells) if field.comb => Stands::Cells(cells),
            _ if origin.has(SEVERAL_LINES) && field.shape == Shape::Text => Stands::Lines(quadding),
            _ => Stands::Line(quadding),
        };
        let room = Room {
            width,
            height,
            shape,
            line_height: origin.line_height,
        };
        let font = self.font(&style.font);
        let laid = lay(shown, room, &style, &font).map_err(|own| misfit(own, shown))?;
        let smaller = style.size.is_some_and(|size| laid.size < size);
        Ok(Some(Look {
            smaller: smaller.then(|| style.sized(laid.size)),
            font: String::from_utf8_lossy(&font.name).into_owned(),
            font_object: font.object.clone(),
            corners: [0.0, 0.0, width, height].map(length).into(),
            laid,
        }))
    }

    fn font(&mut self, name: &[u8]) -> Rc<Font> {
        let known = self.known.entry(name.to_vec());
        let font = known.or_insert_with(|| Rc::new(Font::of(self.file, &self.fonts, name)));
        Rc::clone(font)
    }
}

/// What a place of a field will show.
struct Look {
    laid: Laid,
    /// The style with its size, if the form has it larger.
    smaller: Option<Vec<u8>>,
    font: String,
    font_object: Object,
    corners: Vec<Object>,
}

pub(super) fn no_such_box(name: &str) -> Fault {
    Fault::new(Code::FillNoSuchBox).with([Param::Text(name.to_owned())])
}

fn no_such_choice(value: &str) -> Fault {
    Fault::new(Code::FillNoSuchChoice).with([Param::Text(value.to_owned())])
}

/// What there is to say of a text that cannot stand in its box.
pub(super) fn misfit(misfit: Misfit, text: &str) -> Fault {
    match misfit {
        Misfit::Letter(letter) => {
            // Every font has these, and boxes of several lines take their ends.
            let signs = (b' '..=b'~').chain([b'\n']);
            let signs: Vec<u8> = signs.filter(|sign| char::from(*sign) != letter).collect();
            let told = Fault::new(Code::FillNoSuchLetter).with([Param::Char(letter)]);
            told.mended(spelling(text, &signs))
        }
        Misfit::Room(room) => too_long(text, room),
    }
}

fn too_long(value: &str, room: usize) -> Fault {
    let counted = [value.chars().count(), room];
    let counted = counted.map(|count| Param::Number(u32::try_from(count).unwrap_or(u32::MAX)));
    Fault::new(Code::FillTooLong).with(counted)
}

fn length(length: f64) -> Object {
    Object::Real(points(length).parse().unwrap_or(length))
}

/// A text as a PDF holds it.
fn written(value: &str) -> Vec<u8> {
    if value.is_ascii() {
        return value.as_bytes().to_vec();
    }
    let units = value.encode_utf16().flat_map(u16::to_be_bytes);
    [0xfe, 0xff].into_iter().chain(units).collect()
}

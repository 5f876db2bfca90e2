//! The other description of a form, for Adobe's programs: its boxes with their scripts (`template`)
//! and a copy of the answers (`datasets`). XML in streams of the file; nothing of it is run.

use crate::file::{File, Object};
use crate::xml::{Piece, Pieces, attribute, plain};
use std::collections::HashMap;

/// Elements in each other.
const DEEPEST: usize = 48;
/// More scripts or values than any form has.
const MOST: usize = 40_000;

/// What the form itself says.
#[derive(Debug, Default)]
pub(crate) struct Template {
    pub(crate) boxes: Vec<TemplateBox>,
    pub(crate) scripts: Vec<Written>,
}

#[derive(Debug, Default)]
pub(crate) struct TemplateBox {
    /// As the other description names it: `form1[0].Page1[0].Line1[0]`.
    pub(crate) name: String,
    pub(crate) bind: Bind,
    /// What stands in it from the beginning.
    pub(crate) default: String,
    /// From line to line, in points: as far as the lines that are printed there.
    pub(crate) line_height: Option<f64>,
}

/// Where a box has its answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Bind {
    /// At the place that its own place names.
    #[default]
    Once,
    /// Wherever its name stands: boxes of one name share one answer.
    Global,
    Nowhere,
}

/// A script as it is written.
#[derive(Debug)]
pub(crate) struct Written {
    /// Whose it is: a box, or what is around it.
    pub(crate) name: String,
    /// What starts it: `change`, `exit`.
    pub(crate) event: String,
    /// In `FormCalc`, not in JavaScript.
    pub(crate) formcalc: bool,
    pub(crate) text: String,
}

/// The packets of these names, as text.
pub(crate) fn packets(file: &File) -> (Option<String>, Option<String>) {
    let root = file.root();
    let form = root.dict().map(|root| file.get(root, "AcroForm"));
    let xfa = form
        .as_ref()
        .and_then(|form| form.dict())
        .map(|form| file.get(form, "XFA"));
    let mut found = (None, None);
    let Some(xfa) = xfa else { return found };
    let text = |object: &Object| {
        let bytes = file.decoded(&file.follow(object))?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    };
    for pair in xfa.array().as_chunks::<2>().0 {
        match file.follow(&pair[0]).string() {
            Some(b"template") => found.0 = text(&pair[1]),
            Some(b"datasets") => found.1 = text(&pair[1]),
            _ => {}
        }
    }
    if matches!(&*xfa, Object::Stream(_)) {
        // Everything in one.
        found.0 = file
            .decoded(&xfa)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        found.1.clone_from(&found.0);
    }
    found
}

/// An element that is open.
struct Open<'t> {
    element: &'t str,
    /// Whether the boxes within are named after it.
    names: bool,
    attributes: &'t str,
    /// Whether the boxes within are counted in it.
    scope: bool,
    /// How many of each name are within it.
    within: HashMap<String, u32>,
}

/// Reads a template.
pub(crate) fn template(text: &str) -> Template {
    let mut template = Template::default();
    let mut open: Vec<Open> = Vec::new();
    let mut path: Vec<String> = Vec::new();
    // Below what is too deep to be a form.
    let mut deeper = 0_usize;
    for piece in Pieces::of(text) {
        match piece {
            Piece::Start(..) if deeper > 0 || open.len() == DEEPEST => deeper += 1,
            Piece::End if deeper > 0 => deeper -= 1,
            Piece::Start(element, attributes) => {
                let names = matches!(
                    element,
                    "subform"
                        | "subformSet"
                        | "area"
                        | "exclGroup"
                        | "field"
                        | "pageSet"
                        | "pageArea"
                );
                if names {
                    path.push(numbered(element, attributes, &mut open));
                    if element == "field" && template.boxes.len() < MOST {
                        template.boxes.push(TemplateBox {
                            name: path.join("."),
                            ..TemplateBox::default()
                        });
                    }
                }
                if element == "bind"
                    && let Some(own) = template
                        .boxes
                        .last_mut()
                        .filter(|_| around(&open, 0) == "field")
                {
                    own.bind = match attribute(attributes, "match").as_deref() {
                        Some("global") => Bind::Global,
                        Some("none") => Bind::Nowhere,
                        _ => Bind::Once,
                    };
                }
                if element == "para"
                    && let Some(own) = template
                        .boxes
                        .last_mut()
                        .filter(|_| around(&open, 0) == "field")
                {
                    let height = attribute(attributes, "lineHeight");
                    own.line_height = height.and_then(|own| own.strip_suffix("pt")?.parse().ok());
                }
                open.push(Open {
                    element,
                    names,
                    scope: match element {
                        "area" => false,
                        "pageSet" => true,
                        _ => names && attribute(attributes, "name").is_some(),
                    },
                    attributes,
                    within: HashMap::new(),
                });
            }
            Piece::End => {
                if open.pop().is_some_and(|open| open.names) {
                    path.pop();
                }
            }
            Piece::Text(text) => said(text, &open, &path, &mut template),
        }
    }
    template
}

/// The name of an element with its number: boxes are counted within what has a name, whatever
/// without a name lies between; what has no name is counted with all of its sort.
fn numbered(element: &str, attributes: &str, open: &mut [Open]) -> String {
    let sort = format!("#{element}");
    let name = attribute(attributes, "name");
    let mut scope = open.iter_mut().rev().find(|open| open.scope);
    let mut count = |name: &str| {
        scope.as_mut().map_or(0, |scope| {
            let next = scope.within.entry(name.to_owned()).or_default();
            *next += 1;
            *next - 1
        })
    };
    let of_sort = count(&sort);
    match name {
        // A dot within a name is no end of it.
        Some(name) => format!("{}[{}]", name.replace('.', "\\."), count(&name)),
        None => format!("{sort}[{of_sort}]"),
    }
}

/// The element so many levels around.
fn around<'t>(open: &[Open<'t>], levels: usize) -> &'t str {
    open.iter()
        .rev()
        .nth(levels)
        .map_or("", |open| open.element)
}

fn said(text: &str, open: &[Open], path: &[String], template: &mut Template) {
    match around(open, 0) {
        "script" if !text.trim().is_empty() && template.scripts.len() < MOST => {
            let of = |levels: usize, name: &str| {
                let open = open.iter().rev().nth(levels);
                open.and_then(|open| attribute(open.attributes, name))
            };
            let language = of(0, "contentType").unwrap_or_default();
            template.scripts.push(Written {
                name: path.join("."),
                event: of(1, "activity").unwrap_or_else(|| around(open, 1).to_owned()),
                formcalc: !language.contains("javascript"),
                text: plain(text),
            });
        }
        "text" if around(open, 1) == "value" && around(open, 2) == "field" => {
            if let Some(own) = template.boxes.last_mut() {
                own.default = plain(text);
            }
        }
        _ => {}
    }
}

/// The answers: each with its place (`form1.Page2.Line1`), in order.
pub(crate) fn answers(text: &str) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    let mut path: Vec<&str> = Vec::new();
    // Where within the path the answers begin.
    let mut data = None;
    let mut leaf = None;
    let mut deeper = 0_usize;
    for piece in Pieces::of(text) {
        match piece {
            Piece::Start(..) if deeper > 0 || path.len() == DEEPEST => deeper += 1,
            Piece::End if deeper > 0 => deeper -= 1,
            Piece::Start(name, _) => {
                path.push(name);
                if data.is_none() && path.ends_with(&["datasets", "data"]) {
                    data = Some(path.len());
                }
                leaf = data
                    .filter(|from| path.len() > *from)
                    .map(|_| String::new());
            }
            Piece::Text(text) => {
                if let Some(leaf) = &mut leaf {
                    leaf.push_str(&plain(text));
                }
            }
            Piece::End => {
                if let (Some(value), Some(from)) = (leaf.take(), data)
                    && all.len() < MOST
                {
                    all.push((path[from..].join("."), value));
                }
                if data == Some(path.len()) {
                    data = None;
                }
                path.pop();
            }
        }
    }
    all
}

//! The separate sheet of paper for what has no room in a form, as its instructions want it: name and
//! A-Number on top of each, page, part and item of each answer, and room to sign and to date it.

use super::{
    font::Font,
    look::{broken, bytes, points, width},
    serial::string,
    whole::{Written, name},
};
use crate::{
    Examined, Form, Identity,
    file::{Dict, File, Object},
};
use prefile::{Day, Kind};

/// A sheet of US letter paper, in points, and what stays free at its edges.
const PAPER: [f64; 2] = [612.0, 792.0];
const EDGE: f64 = 54.0;
const WIDE: f64 = PAPER[0] - 2.0 * EDGE;
/// The size of its letters, and from line to line.
const SIZE: f64 = 11.0;
const STEP: f64 = 15.0;
/// Where the answers of the person's name begin, right of what they are.
const NAMES: f64 = EDGE + 150.0;
/// Where the first answer stands, and the foot of the last.
const TOP: f64 = PAPER[1] - EDGE - 7.0 * STEP;
const FOOT: f64 = EDGE + 4.0 * STEP;
/// Where the date begins on the line to sign.
const DATE: f64 = PAPER[0] - EDGE - 170.0;

/// What is to be put behind a form, on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// A file of its own, to be printed and signed.
    pub bytes: Vec<u8>,
    /// How many sheets it has.
    pub pages: u32,
    /// Family, given and middle name, as the form has them; what it lacks is left to the pen.
    pub name: [String; 3],
    /// The digits of the A-Number, as the form has them.
    pub a_number: String,
    /// What stands on it.
    pub entries: Vec<Entry>,
}

/// An answer on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whose it is: which of the form's fields.
    pub field: usize,
    /// Its page, part and item; empty where the form has none.
    pub address: [String; 3],
    /// All of it.
    pub text: String,
}

impl Sheet {
    /// A sheet for a form with such a page for more.
    pub(super) fn of(
        file: &File,
        form: &Form,
        more: Option<u32>,
        entries: Vec<Entry>,
    ) -> Option<Self> {
        let of_kind = |kind: Kind| {
            let all = form.fields.iter().enumerate();
            let mut own = all.filter(|(at, field)| {
                field.page() == more && Examined::of(*at, field).kind == Some(kind)
            });
            let value = own.next().map(|(_, field)| field.value.trim().to_owned());
            value.unwrap_or_default()
        };
        let mut sheet = Self {
            bytes: Vec::new(),
            pages: 0,
            name: [Kind::FamilyName, Kind::GivenName, Kind::MiddleName].map(of_kind),
            a_number: of_kind(Kind::ANumber),
            entries,
        };
        let plain = Font::standard(file, "Helvetica");
        let bold = Font::standard(file, "Helvetica-Bold");
        let papers = sheet.papers(&plain);
        sheet.pages = u32::try_from(papers.len()).ok()?;
        let title = title(form);
        let drawn = (1..).zip(papers).map(|(number, paper)| {
            let mut out = Pen::of([&plain, &bold]);
            sheet.frame(&title, number, &mut out);
            let mut foot = TOP;
            for line in paper {
                match line {
                    Line::Head(text) => out.text(EDGE, foot, 1, &text),
                    Line::Text(letters) => out.letters(EDGE, foot, (0, SIZE), &letters),
                    Line::Gap => {}
                }
                foot -= STEP;
            }
            out.drawn
        });
        sheet.bytes = file_of(drawn.collect(), [&plain.object, &bold.object])?;
        Some(sheet)
    }

    /// What stands on each sheet, line by line.
    fn papers(&self, font: &Font) -> Vec<Vec<Line>> {
        let most = (1..100).take_while(|count| TOP - f64::from(*count) * STEP > FOOT);
        let most = most.count();
        let mut papers = vec![Vec::new()];
        for entry in &self.entries {
            let paragraphs: Vec<_> = entry.text.lines().map(|line| bytes(line, font)).collect();
            let paragraphs: Vec<_> = paragraphs.into_iter().filter_map(Result::ok).collect();
            let mut head = Some(heading(entry));
            for line in broken(&paragraphs, WIDE / SIZE, font) {
                let paper = papers.last().map_or(0, Vec::len);
                // A heading stands with a line of its text.
                if paper + if head.is_some() { 3 } else { 1 } > most {
                    papers.push(Vec::new());
                    head = head.or_else(|| Some(heading(entry) + " (continued)"));
                }
                let Some(paper) = papers.last_mut() else {
                    continue;
                };
                if let Some(head) = head.take() {
                    paper.extend((!paper.is_empty()).then_some(Line::Gap));
                    paper.push(Line::Head(head));
                }
                paper.push(Line::Text(line));
            }
        }
        papers
    }

    /// What is the same on each sheet.
    fn frame(&self, title: &str, number: u32, out: &mut Pen) {
        let mut foot = PAPER[1] - EDGE - SIZE;
        out.text(EDGE, foot, 1, title);
        out.text(
            PAPER[0] - EDGE - 80.0,
            foot,
            0,
            &format!("Sheet {number} of {}", self.pages),
        );
        let [family, given, middle] = &self.name;
        let number = match self.a_number.as_str() {
            "" => String::new(),
            digits => format!("A-{digits}"),
        };
        for (label, value) in [
            ("Family Name (Last Name)", family),
            ("Given Name (First Name)", given),
            ("Middle Name (if any)", middle),
            ("A-Number (if any)", &number),
        ] {
            foot -= STEP + 2.0;
            out.text(EDGE, foot, 0, label);
            out.within(NAMES, foot, PAPER[0] - EDGE - NAMES, value);
            out.rule(NAMES, PAPER[0] - EDGE, foot - 3.0);
        }
        for (label, from, to) in [
            ("Signature", EDGE, DATE - 12.0),
            ("Date (mm/dd/yyyy)", DATE, PAPER[0] - EDGE),
        ] {
            out.rule(from, to, EDGE + STEP);
            out.text(from, EDGE, 0, label);
        }
    }
}

/// A line of a sheet.
enum Line {
    Head(String),
    Text(Vec<u8>),
    Gap,
}

/// `Page Number 3   Part Number 2   Item Number 5.b.`
fn heading(entry: &Entry) -> String {
    let parts = ["Page", "Part", "Item"].iter().zip(&entry.address);
    let known = parts.filter(|(_, own)| !own.is_empty());
    let known: Vec<String> = known
        .map(|(what, own)| format!("{what} Number {own}"))
        .collect();
    known.join("     ")
}

fn title(form: &Form) -> String {
    let identity = Identity::of(form);
    let form = identity.main().map(|part| {
        let day: Day = part.edition;
        let year = day.year() % 100;
        format!(
            "Form {}, edition {:02}/{:02}/{year:02}: ",
            part.form,
            day.month(),
            day.day()
        )
    });
    form.unwrap_or_default() + "Continuation Sheet"
}

/// Draws on one sheet.
struct Pen<'f> {
    fonts: [&'f Font; 2],
    drawn: Vec<u8>,
}

impl<'f> Pen<'f> {
    fn of(fonts: [&'f Font; 2]) -> Self {
        Self {
            fonts,
            drawn: b"0 g 0.5 w\n".to_vec(),
        }
    }

    fn text(&mut self, left: f64, foot: f64, face: usize, text: &str) {
        let letters = text
            .chars()
            .filter_map(|letter| self.fonts[face].byte(letter));
        let letters: Vec<u8> = letters.collect();
        self.letters(left, foot, (face, SIZE), &letters);
    }

    /// As large as there is room for it.
    fn within(&mut self, left: f64, foot: f64, wide: f64, text: &str) {
        let letters = text.chars().filter_map(|letter| self.fonts[0].byte(letter));
        let letters: Vec<u8> = letters.collect();
        let taken = width(&letters, self.fonts[0]);
        let size = if taken * SIZE > wide {
            wide / taken
        } else {
            SIZE
        };
        self.letters(left, foot, (0, size), &letters);
    }

    fn letters(&mut self, left: f64, foot: f64, (face, size): (usize, f64), letters: &[u8]) {
        let [left, foot, size] = [left, foot, size].map(points);
        let head = format!("BT /F{face} {size} Tf 1 0 0 1 {left} {foot} Tm ");
        self.drawn.extend(head.bytes());
        string(letters, &mut self.drawn);
        self.drawn.extend(b" Tj ET\n");
    }

    fn rule(&mut self, left: f64, right: f64, foot: f64) {
        let [left, right, foot] = [left, right, foot].map(points);
        let line = format!("{left} {foot} m {right} {foot} l S\n");
        self.drawn.extend(line.bytes());
    }
}

/// Pages as a file: 1 is its catalogue, 2 the tree of its pages, 3 and 4 are fonts.
fn file_of(pages: Vec<Vec<u8>>, fonts: [&Object; 2]) -> Option<Vec<u8>> {
    let reference = |number: u32| Object::Reference((number, 0));
    let mut out = Written::new(b"%PDF-1.7");
    let root = Dict::from([("Type", name("Catalog")), ("Pages", reference(2))]);
    let mut together = vec![(1, Object::Dict(root))];
    together.extend((3..).zip(fonts.map(Object::clone)));
    let fonts = Dict::from([("F0", reference(3)), ("F1", reference(4))]);
    let resources = Object::Dict(Dict::from([("Font", Object::Dict(fonts))]));
    let mut kids = Vec::new();
    let mut next = 5;
    for drawn in pages {
        let box_of = [0.0, 0.0, PAPER[0], PAPER[1]].map(Object::Real);
        let page = Dict::from([
            ("Type", name("Page")),
            ("Parent", reference(2)),
            ("MediaBox", Object::Array(box_of.into())),
            ("Resources", resources.clone()),
            ("Contents", reference(next)),
        ]);
        out.stream(next, Dict::default(), &drawn);
        together.push((next + 1, Object::Dict(page)));
        kids.push(reference(next + 1));
        next += 2;
    }
    let count = Object::Integer(i64::try_from(kids.len()).ok()?);
    let tree = [
        ("Type", name("Pages")),
        ("Kids", Object::Array(kids)),
        ("Count", count),
    ];
    together.push((2, Object::Dict(Dict::from(tree))));
    let together: Vec<_> = together
        .into_iter()
        .map(|(number, value)| (number, value.into()))
        .collect();
    out.together(next, &together);
    out.end(next + 1, Dict::from([("Root", reference(1))]))
}

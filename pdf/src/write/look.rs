//! How a text looks in its box: the operators that draw it, for programs that show a file as it is.

use super::font::Font;
use super::serial::string;

/// Between text and the edge of its box.
const EDGE: f64 = 2.0;
/// Smaller than that nobody reads it.
const SMALLEST: f64 = 7.0;
/// Where the form leaves the size open.
const USUAL: f64 = 12.0;
/// From line to line, of the size.
const LEADING: f64 = 1.15;
/// Where text stands above a printed line, from the line above it.
const ON_LINE: f64 = 0.78;
/// Above the foot of a line, of the size.
const ASCENT: f64 = 0.8;

/// How a box wants its text: `/Helv 10 Tf 0 g`, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Style {
    pub(super) font: Vec<u8>,
    /// None if it is left open.
    pub(super) size: Option<f64>,
    /// Operators that set the colour.
    pub(super) colour: String,
}

impl Style {
    pub(super) fn read(operators: &[u8]) -> Self {
        let operators = String::from_utf8_lossy(operators);
        let mut words: Vec<&str> = operators.split_ascii_whitespace().collect();
        let mut own = Self {
            font: b"Helv".to_vec(),
            size: None,
            colour: "0 g".to_owned(),
        };
        let place = words.iter().position(|word| *word == "Tf");
        if let Some(at) = place.filter(|at| *at >= 2) {
            own.size = words[at - 1].parse().ok().filter(|size| *size > 0.0);
            own.font = words[at - 2].trim_start_matches('/').as_bytes().to_vec();
            words.drain(at - 2..=at);
            if !words.is_empty() {
                own.colour = words.join(" ");
            }
        }
        own
    }

    /// With this size.
    pub(super) fn sized(&self, size: f64) -> Vec<u8> {
        let size = format!(" {} Tf {}", points(size), self.colour);
        [b"/", &self.font[..], size.as_bytes()].concat()
    }
}

/// How text stands in a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// In a line, with its quadding: 0 left, 1 in the middle, 2 right.
    Line(i64),
    /// In lines as long as the box is wide.
    Lines(i64),
    /// Each letter in one of so many cells.
    Cells(u32),
}

/// A box: how wide and how high it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) shape: Shape,
    /// From line to line, where lines are printed in it.
    pub(super) line_height: Option<f64>,
}

/// Text in its box.
pub(super) struct Laid {
    pub(super) size: f64,
    pub(super) operators: Vec<u8>,
}

/// Why a text cannot stand in a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misfit {
    /// The font lacks this letter.
    Letter(char),
    /// So many letters of it are seen at the most.
    Room(usize),
}

/// Lays a text out, smaller than the form says if it must be.
pub(super) fn lay(text: &str, room: Room, style: &Style, font: &Font) -> Result<Laid, Misfit> {
    let wide = room.width - 2.0 * EDGE;
    let several = || several(text, room, style, font);
    let one = || one(text, wide, room.height, style, font);
    let set = match room.shape {
        Shape::Lines(_) if is_high(room, style) || text.contains('\n') => several()?,
        // A box with room for a line has one, as long as it is read.
        Shape::Lines(_) => one().or_else(|_| several())?,
        Shape::Line(_) => one()?,
        Shape::Cells(count) => {
            let letters = bytes(text, font)?;
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            if letters.len() > count {
                return Err(Misfit::Room(count));
            }
            let size = style.size.unwrap_or_else(|| open(room.height));
            Set::line(letters, size, room.height, font)
        }
    };
    let size = set.size;
    let mut out = Vec::new();
    let clip = format!(
        "/Tx BMC\nq\n0 0 {} {} re W n\nBT\n{}\n",
        points(room.width),
        points(room.height),
        style.colour
    );
    out.extend(clip.bytes());
    out.push(b'/');
    out.extend(&font.name);
    out.extend(format!(" {} Tf\n", points(size)).bytes());
    for (at, line) in (0_i32..).zip(&set.lines) {
        let base = set.base - f64::from(at) * set.step;
        if let Shape::Cells(count) = room.shape {
            let cell = room.width / f64::from(count.max(1));
            for (at, letter) in (0_i32..).zip(line) {
                let margin = (cell - size * font.width(*letter)) / 2.0;
                show(f64::from(at) * cell + margin, base, &[*letter], &mut out);
            }
        } else {
            let over = wide - size * width(line, font);
            let left = match room.shape {
                Shape::Line(1) | Shape::Lines(1) => over / 2.0,
                Shape::Line(2) | Shape::Lines(2) => over,
                _ => 0.0,
            };
            show(EDGE + left, base, line, &mut out);
        }
    }
    out.extend(b"ET\nQ\nEMC\n");
    Ok(Laid {
        size,
        operators: out,
    })
}

/// Whether a box has room for lines in the form's own size.
fn is_high(room: Room, style: &Style) -> bool {
    room.height >= 2.0 * LEADING * style.size.unwrap_or(USUAL)
}

/// Lines as they are set.
struct Set {
    size: f64,
    /// Where the first stands.
    base: f64,
    /// From each to the next.
    step: f64,
    lines: Vec<Line>,
}

impl Set {
    /// One line, half-way up.
    fn line(letters: Line, size: f64, height: f64, font: &Font) -> Self {
        Self {
            size,
            base: (height - font.capitals / 1000.0 * size) / 2.0,
            step: 0.0,
            lines: vec![letters],
        }
    }
}

/// The size of a line that the form leaves open.
fn open(height: f64) -> f64 {
    (height * 0.7).clamp(SMALLEST, USUAL)
}

pub(super) type Line = Vec<u8>;

fn one(text: &str, wide: f64, height: f64, style: &Style, font: &Font) -> Result<Set, Misfit> {
    let letters = bytes(text, font)?;
    let wanted = style.size.unwrap_or_else(|| open(height));
    let taken = width(&letters, font);
    let mut size = wanted;
    if taken * wanted > wide {
        size = (wide / taken * 10.0).floor() / 10.0;
        let smallest = SMALLEST.min(wanted);
        if size < smallest {
            let mut left = wide / smallest;
            let fits = letters.iter().take_while(|letter| {
                left -= font.width(**letter);
                left >= 0.0
            });
            return Err(Misfit::Room(fits.count()));
        }
    }
    Ok(Set::line(letters, size, height, font))
}

fn several(text: &str, room: Room, style: &Style, font: &Font) -> Result<Set, Misfit> {
    let paragraphs = text.lines().map(|line| bytes(line, font));
    let paragraphs: Vec<Line> = paragraphs.collect::<Result<_, _>>()?;
    let wide = room.width - 2.0 * EDGE;
    let mut size = style.size.unwrap_or(USUAL);
    // On the lines that are printed, if there are enough of them.
    if let Some(own) = room.line_height.filter(|own| *own >= size) {
        let lines = broken(&paragraphs, wide / size, font);
        let printed = fitting(room.height, own);
        if lines.len() <= printed {
            // The last of them is the foot of the box.
            let step =
                u32::try_from(printed.max(1)).map_or(own, |many| room.height / f64::from(many));
            return Ok(Set {
                size,
                base: room.height - ON_LINE * step,
                step,
                lines,
            });
        }
    }
    loop {
        let lines = broken(&paragraphs, wide / size, font);
        let step = LEADING * size;
        let most = fitting(room.height - 2.0 * EDGE, step);
        if lines.len() <= most {
            return Ok(Set {
                size,
                base: room.height - EDGE - ASCENT * size,
                step,
                lines,
            });
        }
        if size <= SMALLEST {
            let seen = lines.iter().take(most).map(|line| line.len() + 1);
            return Err(Misfit::Room(seen.sum::<usize>().saturating_sub(1)));
        }
        size = (size - 0.5).max(SMALLEST);
    }
}

/// How many lines there are room for.
fn fitting(high: f64, step: f64) -> usize {
    (1..1000)
        .take_while(|count| f64::from(*count) * step <= high)
        .count()
}

/// Paragraphs as lines of this width, broken between words, and within those that are longer.
pub(super) fn broken(paragraphs: &[Line], wide: f64, font: &Font) -> Vec<Line> {
    let mut lines = Vec::new();
    for paragraph in paragraphs {
        let mut line = Line::new();
        let mut taken = 0.0;
        for word in paragraph.split_inclusive(|byte| *byte == b' ') {
            let bare = word.strip_suffix(b" ").unwrap_or(word);
            if taken + width(bare, font) > wide && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                taken = 0.0;
            }
            for letter in word {
                let own = font.width(*letter);
                if taken + own > wide && *letter != b' ' && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    taken = 0.0;
                }
                line.push(*letter);
                taken += own;
            }
        }
        lines.push(line);
    }
    lines
}

/// The font's bytes for a text.
pub(super) fn bytes(text: &str, font: &Font) -> Result<Line, Misfit> {
    let byte = |letter| font.byte(letter).ok_or(Misfit::Letter(letter));
    text.chars().map(byte).collect()
}

pub(super) fn width(line: &[u8], font: &Font) -> f64 {
    line.iter().map(|letter| font.width(*letter)).sum()
}

fn show(left: f64, foot: f64, line: &[u8], out: &mut Vec<u8>) {
    out.extend(format!("1 0 0 1 {} {} Tm ", points(left), points(foot)).bytes());
    string(line, out);
    out.extend(b" Tj\n");
}

/// A length with two places.
pub(super) fn points(length: f64) -> String {
    let rounded = (length * 100.0).round() / 100.0;
    // No minus before a nought.
    (rounded + 0.0).to_string()
}

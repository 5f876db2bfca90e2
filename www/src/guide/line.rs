//! A list in time, drawn: entries as bars, the days without one hatched, what the form asks about
//! shaded. The same stands there as a list for who does not see it.

use super::words::Words;
use crate::{
    answer::as_on_forms,
    dom::{append, copy_of, part, say, set, worded},
    texts::{Key, key},
};
use prefile::{
    Day,
    form::{Stretch, TimeLine},
};
use web_sys::Element;

/// How high an entry's row is, and the years below all, in pixels.
const ROW: usize = 28;
const YEARS: usize = 26;

/// Draws it, unless no entry has its days.
pub(super) fn draw(line: &TimeLine, today: Day, words: &Words) -> Option<Element> {
    let picture = line.picture(today)?;
    let figure = worded("time-line", words.speech);
    let drawing = part(&figure, "drawing");
    let rows = picture.bars.iter().map(|(entry, _)| entry + 1).max();
    let floor = ROW * rows.unwrap_or(1) + 6;
    set(&drawing, "height", &(floor + YEARS).to_string());

    let tall = |class: &str, stretch: Stretch| {
        let shape = block(class, stretch);
        set(&shape, "height", &floor.to_string());
        append(&drawing, &shape);
    };
    if let Some(window) = picture.window {
        tall("window", window);
    } else {
        part(&figure, "shaded").remove();
    }
    for (year, left) in &picture.years {
        let tick = copy_of("line-year");
        set(&tick, "x", &percent(*left));
        set(&part(&tick, "mark"), "y2", &floor.to_string());
        let word = part(&tick, "word");
        set(&word, "y", &(floor + 18).to_string());
        // The last one would stand half outside.
        if *left > 900 {
            set(&word, "class", "late");
        }
        say(&word, &year.to_string());
        append(&drawing, &tick);
    }
    for gap in &picture.gaps {
        tall("gap", *gap);
    }
    if picture.gaps.is_empty() {
        part(&figure, "hatched").remove();
    }
    for (entry, stretch) in &picture.bars {
        let top = ROW * entry + 6;
        let bar = block("line-bar", *stretch);
        set(&bar, "y", &top.to_string());
        set(&bar, "height", &(ROW - 8).to_string());
        append(&drawing, &bar);
        append(&drawing, &number(*entry, *stretch, top));
    }
    tell(line, &part(&figure, "told"), words);
    Some(figure)
}

fn block(class: &str, stretch: Stretch) -> Element {
    let shape = part(&copy_of("line-block"), "shape");
    set(&shape, "class", class);
    set(&shape, "x", &percent(stretch.left));
    set(&shape, "width", &percent(stretch.width));
    shape
}

/// An entry's number, in front of its bar, in it, or behind it.
fn number(entry: usize, bar: Stretch, top: usize) -> Element {
    let (class, left) = match bar {
        Stretch { left: 60.., .. } => ("line-number before", bar.left),
        Stretch { width: 60.., .. } => ("line-number in", bar.left),
        _ => ("line-number", bar.left + bar.width),
    };
    let holder = copy_of("line-number");
    set(&holder, "x", &percent(left));
    let word = part(&holder, "word");
    set(&word, "class", class);
    set(&word, "y", &(top + 15).to_string());
    say(&word, &(entry + 1).to_string());
    holder
}

fn tell(line: &TimeLine, list: &Element, words: &Words) {
    let day = |day: Day| as_on_forms(&day.iso());
    let tell = |key: Key, values: &[(&str, &str)]| {
        let item = copy_of("item");
        say(&item, &words.speech.fill(key, values));
        append(list, &item);
    };
    for bar in &line.bars {
        let to = bar
            .to
            .map_or_else(|| words.speech.text(key!("guide.present")).to_owned(), day);
        let number = (bar.entry + 1).to_string();
        let values = [
            ("number", number.as_str()),
            ("from", &day(bar.from)),
            ("to", &to),
        ];
        tell(key!("guide.line_bar"), &values);
    }
    for (from, to) in &line.gaps {
        tell(
            key!("guide.line_gap"),
            &[("from", &day(*from)), ("to", &day(*to))],
        );
    }
    if let Some(since) = line.since {
        tell(key!("guide.line_since"), &[("from", &day(since))]);
    }
}

fn percent(thousandths: u16) -> String {
    let [whole, rest] = [thousandths / 10, thousandths % 10].map(|part| part.to_string());
    [&whole, ".", &rest, "%"].concat()
}

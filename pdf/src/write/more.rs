//! What does not fit into its box goes to the space that forms have for more, with page, part and item.

use crate::{Examined, Field, Form, Identity, Item, Shape};
use prefile::Kind;

/// How far boxes that belong together may be out of line, in points.
const NEAR: f64 = 6.0;
/// No answer is longer; what is goes nowhere.
pub(super) const LONGEST: usize = 20_000;

/// A space for more: the text, and the boxes above it that say what it is more of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Space {
    pub(super) page: usize,
    pub(super) part: usize,
    pub(super) item: usize,
    pub(super) text: usize,
}

impl Space {
    pub(super) fn fields(self) -> [usize; 4] {
        [self.page, self.part, self.item, self.text]
    }
}

/// The spaces of a form, from the first.
pub(super) fn spaces(form: &Form) -> Vec<Space> {
    let of = |last: &str| -> Vec<usize> {
        let own = |field: &Field| {
            let tooltip = field.tooltip.to_lowercase();
            let end = tooltip.trim_end_matches(['.', ' ']);
            let open = field.shape == Shape::Text && !field.read_only;
            open && tooltip.contains("additional information") && end.ends_with(last)
        };
        let all = form.fields.iter().enumerate();
        all.filter(|(_, field)| own(field))
            .map(|(at, _)| at)
            .collect()
    };
    let [pages, parts, items] = ["page number", "part number", "item number"].map(of);
    let place = |at: usize| {
        let widget = form.fields[at].widgets.first();
        widget.map_or((None, [0.0; 4]), |widget| (widget.page, widget.rect))
    };
    let space = |text: usize| {
        let (sheet, [left, _, right, top]) = place(text);
        // Straight above the text, as near as any.
        let above = pages.iter().copied().filter(|at| {
            let (own, rect) = place(*at);
            own == sheet && rect[1] > top - NEAR && (rect[0] - left).abs() < NEAR
        });
        let page = above.min_by(|one, other| place(*one).1[1].total_cmp(&place(*other).1[1]))?;
        let row = place(page).1[1];
        let beside = |all: &[usize]| {
            all.iter().copied().find(|at| {
                let (own, rect) = place(*at);
                let within = rect[0] > left - NEAR && rect[2] < right + NEAR;
                own == sheet && within && (rect[1] - row).abs() < NEAR
            })
        };
        Some(Space {
            page,
            part: beside(&parts)?,
            item: beside(&items)?,
            text,
        })
    };
    let mut texts = of("additional information");
    texts.retain(|at| form.fields[*at].multiline);
    // Column by column, as they are numbered.
    texts.sort_by(|one, other| {
        let [(sheet, rect), (others, other)] = [*one, *other].map(place);
        let across = rect[0].total_cmp(&other[0]);
        sheet
            .cmp(&others)
            .then(across)
            .then(other[3].total_cmp(&rect[3]))
    });
    texts.into_iter().filter_map(space).collect()
}

/// Whether the answer of a box may stand elsewhere: words, not numbers and days.
pub(super) fn may_move(at: usize, field: &Field) -> bool {
    let words = match Examined::of(at, field).kind {
        None => field.max_length.is_none(),
        Some(kind) => matches!(
            kind,
            Kind::FamilyName
                | Kind::GivenName
                | Kind::MiddleName
                | Kind::Street
                | Kind::InCareOf
                | Kind::City
                | Kind::Province
                | Kind::Country
                | Kind::Email
        ),
    };
    words && field.shape == Shape::Text && !field.comb
}

/// Page, part and item of a box, as the space for more wants them.
pub(super) fn address(field: &Field, identity: &Identity) -> [String; 3] {
    let sheet = field.page().unwrap_or(1);
    let pages = identity.parts.iter().flat_map(|part| &part.pages);
    let printed = pages.into_iter().find(|(own, _)| *own == sheet);
    let page = printed.map_or(sheet, |(_, printed)| *printed);
    let Item { part, item } = Item::read(&field.tooltip);
    [
        page.to_string(),
        part.unwrap_or_default(),
        item.unwrap_or_default(),
    ]
}

/// Its beginnings in whole words with so many letters at the most, the longest first.
pub(super) fn beginnings(text: &str, most: usize) -> impl Iterator<Item = &str> {
    let end = text.char_indices().nth(most.saturating_add(1));
    let near = end.map_or(text, |(end, _)| &text[..end]);
    let ends = near.match_indices(' ').rev();
    ends.map(|(at, _)| text[..at].trim_end())
        .filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Space, beginnings, may_move, spaces};
    use crate::{Field, Form, Widget};

    fn field(tooltip: &str, rect: [f64; 4]) -> Field {
        Field {
            tooltip: format!("Part 6. Additional Information. {tooltip}"),
            multiline: rect[3] - rect[1] > 20.0,
            widgets: vec![Widget {
                page: Some(7),
                rect,
                ..Widget::default()
            }],
            ..Field::default()
        }
    }

    #[test]
    fn two_spaces_side_by_side() {
        let row = |left: f64, top: f64| {
            let small = |tooltip: &str, from: f64| {
                field(tooltip, [left + from, top - 18.0, left + from + 60.0, top])
            };
            let below = [left, top - 100.0, left + 230.0, top - 24.0];
            [
                field("3. D. Enter Additional Information.", below),
                small("3. C. Enter Item Number.", 160.0),
                small("3. B. Enter Part Number. ", 80.0),
                small("3. A. Enter Page Number.", 0.0),
            ]
        };
        let rows = [row(60.0, 290.0), row(320.0, 400.0), row(60.0, 400.0)];
        let mut form = Form {
            fields: rows.into_iter().flatten().collect(),
            ..Form::default()
        };
        let expected = [8, 0, 4].map(|at| Space {
            page: at + 3,
            part: at + 2,
            item: at + 1,
            text: at,
        });
        assert_eq!(spaces(&form), expected);
        form.fields[9].read_only = true;
        assert_eq!(spaces(&form), expected[1..]);
    }

    #[test]
    fn words_move_and_numbers_do_not() {
        let check = |tooltip: &str, expected: bool| {
            let own = Field {
                tooltip: tooltip.to_owned(),
                max_length: Some(34),
                ..Field::default()
            };
            assert_eq!(may_move(0, &own), expected, "{tooltip}");
        };
        check("Part 2. 5. B. Enter Street Number and Name.", true);
        check("Part 2. 1. A. Enter Family Name.", true);
        check("Part 2. 8. Enter Alien Registration Number.", false);
        check("Part 2. 20. Enter Date of Birth.", false);
    }

    #[test]
    fn whole_words() {
        let all: Vec<&str> = beginnings("12 Calle  Larga", 9).collect();
        assert_eq!(all, ["12 Calle", "12 Calle", "12"]);
        let all: Vec<&str> = beginnings("Ñuñoa Ñ Larga", 7).collect();
        assert_eq!(all, ["Ñuñoa Ñ", "Ñuñoa"]);
        assert_eq!(beginnings("Long", 9).count(), 0);
    }
}

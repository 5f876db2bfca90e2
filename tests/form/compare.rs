//! Two spellings beside each other. Each row: in what they differ, and both with brackets around what
//! the other does not have.

use prefile::form::{Alike, Run, compare};

fn marked(runs: &[Run]) -> String {
    let run = |run: &Run| {
        if run.same {
            run.text.clone()
        } else {
            format!("[{}]", run.text)
        }
    };
    runs.iter().map(run).collect()
}

#[track_caller]
fn check(one: &str, other: &str, alike: Alike, sides: [&str; 2]) {
    let compared = compare(one, other);
    assert_eq!(compared.alike, alike, "{one} / {other}");
    assert_eq!(compared.sides().map(|side| marked(&side)), sides);
    // The other way round it is the same.
    assert_eq!(compare(other, one).alike, alike, "{other} / {one}");
}

#[test]
fn only_how_it_is_spelled() {
    use Alike::{Accents, Capitals, Order, Same, Signs};
    check("Garcia", "Garcia", Same, ["Garcia", "Garcia"]);
    check("Garcia", "GARCIA", Capitals, ["G[arcia]", "G[ARCIA]"]);
    check("Muñoz", "MUÑOZ", Capitals, ["M[uñoz]", "M[UÑOZ]"]);
    check("Łoś", "łoŚ", Capitals, ["[Ł]o[ś]", "[ł]o[Ś]"]);
    check("García", "Garcia", Accents, ["Garc[í]a", "Garc[i]a"]);
    check("Nuñez", "NÚÑEZ", Accents, ["N[uñez]", "N[ÚÑEZ]"]);
    check("é", "è", Accents, ["[é]", "[è]"]);
    check("Jose\u{301}", "José", Accents, ["Jos[e\u{301}]", "Jos[é]"]);
    check("Nguyễn", "Nguyen", Accents, ["Nguy[ễ]n", "Nguy[e]n"]);
    check(
        "De la Cruz",
        "Delacruz",
        Signs,
        ["De[ ]la[ C]ruz", "Dela[c]ruz"],
    );
    check(
        "Garcia-Lopez",
        "Garcia Lopez",
        Signs,
        ["Garcia[-]Lopez", "Garcia[ ]Lopez"],
    );
    check("O’Brien", "OBRIEN", Signs, ["O[’]B[rien]", "OB[RIEN]"]);
    check(
        "Garcia Lopez",
        "Lopez García",
        Order,
        ["[Garcia ]Lopez", "Lopez[ García]"],
    );
}

#[test]
fn other_letters() {
    use Alike::No;
    check("Garcia", "Garsia", No, ["Gar[c]ia", "Gar[s]ia"]);
    check("Maria", "Mary", No, ["Mar[ia]", "Mar[y]"]);
    check("Elena", "E", No, ["E[lena]", "E"]);
    check("", "Ana", No, ["", "[Ana]"]);
    check(
        "10/05/1967",
        "05/10/1967",
        No,
        ["[10]/[05]/1967", "[05]/[10]/1967"],
    );
    check(
        "12 Main St 4",
        "4 Main St 12",
        No,
        ["[12] Main St [4]", "[4] Main St [12]"],
    );
    check(
        "A012-345-678",
        "A012-345-687",
        No,
        ["A012-345-6[78]", "A012-345-6[87]"],
    );
    // A Cyrillic letter that looks like ours.
    check("Garcia", "G\u{430}rcia", No, ["G[a]rcia", "G[\u{430}]rcia"]);
    check("王", "李", No, ["[王]", "[李]"]);
    check("Ana Ana", "Ana", No, ["Ana[ Ana]", "Ana"]);
    check("aab", "bba", No, ["[aa]b", "b[ba]"]);
}

#[test]
fn what_is_long_takes_no_longer() {
    let [one, other] = ["ab", "ba"].map(|text| text.repeat(100_000));
    let compared = compare(&one, &other);
    assert_eq!(compared.alike, Alike::No);
    let texts = compared.sides().map(|side| {
        let texts = side.iter().map(|run| run.text.as_str());
        texts.collect::<String>()
    });
    assert_eq!(texts, [one, other]);
}

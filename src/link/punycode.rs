//! Punycode, the ASCII form of a label in other letters (RFC 3492), for labels only.

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const FIRST_BIAS: u32 = 72;
const FIRST_CODE: u32 = 128;

/// The characters of a label, given without `xn--`; `None` if it is none.
pub(super) fn decode(label: &[char]) -> Option<Vec<char>> {
    let plain = label.iter().rposition(|letter| *letter == '-');
    let mut out = label.get(..plain.unwrap_or(0))?.to_vec();
    let mut digits = label.get(plain.map_or(0, |plain| plain + 1)..)?.iter();
    let (mut code, mut place, mut bias) = (FIRST_CODE, 0_u32, FIRST_BIAS);
    while digits.len() > 0 {
        let before = place;
        let (mut weight, mut k) = (1_u32, BASE);
        loop {
            let digit = digit_of(*digits.next()?)?;
            place = place.checked_add(digit.checked_mul(weight)?)?;
            let t = threshold(k, bias);
            if digit < t {
                break;
            }
            weight = weight.checked_mul(BASE - t)?;
            k += BASE;
        }
        let count = u32::try_from(out.len()).ok()? + 1;
        bias = adapt(place - before, count, before == 0);
        code = code.checked_add(place / count)?;
        place %= count;
        // Room for one more at the end, and those behind the place move up.
        let mut letter = char::from_u32(code)?;
        out.push(letter);
        for behind in out.get_mut(place as usize..)? {
            core::mem::swap(behind, &mut letter);
        }
        place += 1;
    }
    Some(out)
}

/// Adds the label in ASCII, without `xn--`; `None` if there are numbers beyond reason.
pub(super) fn encode(label: &[char], out: &mut String) -> Option<()> {
    let before = out.len();
    copy(label, out);
    let plain = u32::try_from(out.len() - before).ok()?;
    if plain > 0 {
        out.push('-');
    }
    let (mut code, mut delta, mut bias) = (FIRST_CODE, 0_u32, FIRST_BIAS);
    let mut done = plain;
    while (done as usize) < label.len() {
        let mut next = u32::MAX;
        for letter in label {
            let other = *letter as u32;
            if other >= code {
                next = next.min(other);
            }
        }
        delta = delta.checked_add((next - code).checked_mul(done + 1)?)?;
        code = next;
        for letter in label {
            let other = *letter as u32;
            if other < code {
                delta = delta.checked_add(1)?;
            } else if other == code {
                write_number(delta, bias, out);
                bias = adapt(delta, done + 1, done == plain);
                delta = 0;
                done += 1;
            }
        }
        delta += 1;
        code += 1;
    }
    Some(())
}

/// Adds the characters of ASCII.
#[inline(never)]
pub(super) fn copy(label: &[char], out: &mut String) {
    for letter in label {
        if letter.is_ascii() {
            out.push(*letter);
        }
    }
}

fn write_number(number: u32, bias: u32, out: &mut String) {
    let (mut rest, mut k) = (number, BASE);
    loop {
        let t = threshold(k, bias);
        if rest < t {
            break;
        }
        out.push(letter_of(t + (rest - t) % (BASE - t)));
        rest = (rest - t) / (BASE - t);
        k += BASE;
    }
    out.push(letter_of(rest));
}

fn threshold(k: u32, bias: u32) -> u32 {
    k.saturating_sub(bias).clamp(T_MIN, T_MAX)
}

fn adapt(delta: u32, count: u32, first: bool) -> u32 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += delta.checked_div(count).unwrap_or(0);
    let mut k = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

fn digit_of(letter: char) -> Option<u32> {
    let digit = letter.to_digit(36)?;
    Some(if digit < 10 { digit + 26 } else { digit - 10 })
}

fn letter_of(digit: u32) -> char {
    let digit = if digit < 26 { digit + 10 } else { digit - 26 };
    char::from_digit(digit, 36).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 3492, section 7.1, those that fit in a label; the hosts of the domain facts; and two, encoded
    /// by Python, whose first step is just at and just over what is divided once more.
    const VECTORS: [(&str, &str); 21] = [
        ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
        ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
        ("他們爲什麽不說中文", "ihqwctvzc91f659drss3x8bo0yb"),
        ("Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"),
        ("למההםפשוטלאמדבריםעברית", "4dbcagdahymbxekheh6e0a7fei0b"),
        (
            "यहलोगहिन्दीक्योंनहींबोलसकतेहैं",
            "i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd",
        ),
        (
            "なぜみんな日本語を話してくれないのか",
            "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa",
        ),
        (
            "почемужеонинеговорятпорусски",
            "b1abfaaepdrnnbgefbadotcwatmq2g4l",
        ),
        (
            "PorquénopuedensimplementehablarenEspañol",
            "PorqunopuedensimplementehablarenEspaol-fmd56a",
        ),
        (
            "TạisaohọkhôngthểchỉnóitiếngViệt",
            "TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g",
        ),
        ("3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"),
        (
            "安室奈美恵-with-SUPER-MONKEYS",
            "-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n",
        ),
        (
            "Hello-Another-Way-それぞれの場所",
            "Hello-Another-Way--fc4qua05auwb3674vfr0b",
        ),
        ("ひとつ屋根の下2", "2-u9tlzr9756bt3uc0v"),
        ("MajiでKoiする5秒前", "MajiKoi5-783gue6qz075azm5e"),
        ("パフィーdeルンバ", "de-jg4avhby1noc0d"),
        ("そのスピードで", "d9juau41awczczp"),
        ("-> $1.00 <-", "-> $1.00 <--"),
        ("usсis", "usis-m6d"),
        ("abc\u{f954}\u{f965}", "abc-d91stc"),
        ("\u{272ac}\u{272df}", "934k6c"),
    ];

    fn decoded(ascii: &str) -> Option<String> {
        let label: Vec<char> = ascii.chars().collect();
        decode(&label).map(|letters| letters.into_iter().collect())
    }

    fn encoded(unicode: &str) -> Option<String> {
        let (label, mut out): (Vec<char>, _) = (unicode.chars().collect(), String::new());
        encode(&label, &mut out).map(|()| out)
    }

    #[test]
    fn vectors_of_the_rfc() {
        for (unicode, ascii) in VECTORS {
            assert_eq!(decoded(ascii).as_deref(), Some(unicode), "{ascii}");
            assert_eq!(encoded(unicode).as_deref(), Some(ascii), "{unicode}");
        }
    }

    #[test]
    fn what_is_none_is_none() {
        for label in ["é", "a-!", "zzzzzzzzzzzzzzzzzzzz", "99999999", "a-b\u{7f}"] {
            assert_eq!(decoded(label), None, "{label}");
        }
    }
}

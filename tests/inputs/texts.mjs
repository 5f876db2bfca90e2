// Texts that no person types by themselves: attacks of Unicode (UTS 39, UAX 9), markup, numbers as
// programs write them, days that are none, links that hide their host, lengths at every limit. For Node
// and browsers.

/** Right values, and ways of writing them. */
const RIGHT = [
  "A012345678", "A# 012-345-678", "EAC2212345678", "IOE0912345678", "012345678901", "219-09-9998", "912-90-3456", "12-3456789", "N0012345678",
  "12345678901", "A1234567B", "MIA2026123456", "2026AF00012345", "AA00EILA9V", "rosa@example.com", "(202) 555-0123", "10/05/1967", "90210", "José Ibarra",
  "https://my.uscis.gov/account", "www.uscis.gov", "Cobalt-shrub-waltz-90",
];

/** Letters and digits as others that look like them or are folded to them. */
const LOOKS = {
  "Cyrillic": { A: "А", B: "В", C: "С", E: "Е", I: "І", O: "О", a: "а", c: "с", e: "е", o: "о", s: "ѕ", i: "і" },
  "Greek": { A: "Α", B: "Β", E: "Ε", I: "Ι", N: "Ν", O: "Ο", o: "ο", u: "υ", a: "α" },
  "Cherokee": { A: "Ꭺ", E: "Ꭼ", C: "Ꮯ", s: "ꮪ", i: "ꭵ" },
  "Armenian": { o: "օ", u: "ս", g: "ց", 0: "Օ" },
  "letters for digits": { 0: "O", 1: "l", 2: "Z", 5: "S", 8: "B" },
  "full width": (code) => (code > 32 && code < 127 ? code + 0xfee0 : code),
  "bold": (code) => digit(code, 0x1d7ce),
  "double-struck": (code) => digit(code, 0x1d7d8),
  "monospace": (code) => digit(code, 0x1d7f6),
  "Arabic": (code) => digit(code, 0x660),
  "Persian": (code) => digit(code, 0x6f0),
  "Devanagari": (code) => digit(code, 0x966),
  "Bengali": (code) => digit(code, 0x9e6),
  "Tamil": (code) => digit(code, 0xbe6),
  "Thai": (code) => digit(code, 0xe50),
  "Khmer": (code) => digit(code, 0x17e0),
  "Mongolian": (code) => digit(code, 0x1810),
  "N'Ko": (code) => digit(code, 0x7c0),
  "segmented": (code) => digit(code, 0x1fbf0),
  "circled": (code) => (code > 48 && code < 58 ? 0x2460 + code - 49 : code),
  "superscript": (code) => (code >= 52 && code < 58 ? 0x2070 + code - 48 : code),
  "tags": (code) => (code < 127 ? 0xe0000 + code : code),
};
const digit = (code, zero) => (code >= 48 && code < 58 ? zero + code - 48 : code);
const look = (table) => (text) =>
  [...text].map((sign) => (typeof table === "function" ? String.fromCodePoint(table(sign.codePointAt(0))) : (table[sign] ?? sign))).join("");

/** Signs that are not seen, that turn the order round, or that are no characters. */
const SIGNS = [
  "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u061c", "\u180e", "\u115f", "\u3164", "\u2800", "\u00a0", "\u2009", "\u3000",
  "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u2028", "\u2029", "\u0085", "\u0000", "\u0001", "\u0007",
  "\u001b[31m", "\u007f", "\ufe0f", "\ufe0e", "\u{e0100}", "\u{e0001}", "\u0301", "\u0489", "\u20dd", "\u20e3", "\u0338", "\u05bf", "\u2061", "\ufff9", "\ufffc", "\ufffd",
  "\ufffe", "\uffff", "\u{10ffff}", "\ue000", "\ud83d", "\udc4d", "\udc4d\ud83d", "\u{1f1fa}\u{1f1f8}", "👩\u200d👩\u200d👧", "\r\n", "\t", "\v", "\f", "\\", "%00", "&shy;",
];

/** Where a sign is put. */
const PLACES = {
  "before": (text, sign) => sign + text,
  "behind": (text, sign) => text + sign,
  "inside": (text, sign) => text.slice(0, 3) + sign + text.slice(3),
  "everywhere": (text, sign) => [...text].join(sign),
};

const FORMS = [
  (text) => text.normalize("NFD"), (text) => text.normalize("NFKD"), (text) => text.toLowerCase(), (text) => text.toUpperCase(),
  (text) => [...text].reverse().join(""), (text) => `\u202e${[...text].reverse().join("")}\u202c`, (text) => text + text, (text) => text.slice(1), (text) => text.slice(0, -1),
  (text) => `"${text}"`, (text) => `'${text}'`, (text) => `<b>${text}</b>`, (text) => `{${text}}`, (text) => `${text};${text}`, (text) => `${text}\n${text}`,
  (text) => encodeURIComponent(text), (text) => [...text].map((sign) => `&#${sign.codePointAt(0)};`).join(""), (text) => [...text].map((sign) => sign + "\u0301".repeat(40)).join(""),
];

/** What means something to a program: markup, templates, queries, names that objects have. */
const MEANT = [
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "javascript:alert(1)", "data:text/html,<b>", "--><!--", "]]>", "<!DOCTYPE a [<!ENTITY b \"c\">]>",
  "{kind}", "{0}", "{1}", "{other}", "{A}{the}{where}", "{", "}", "{}", "{{kind}}", "${kind}", "#{kind}", "%s", "%n%n%n", "%x", "%1$s", "$&", "$1", "$$", "$`",
  "' OR 1=1 --", "\"; DROP TABLE a; --", "../../etc/passwd", "..\\..\\", "/dev/null", "CON", "=1+1", "@SUM(A1)", "+1", "-1", "|cmd", "`id`", "$(id)", ";id", "\\x41", "\\u0041", "\\0",
  "__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "then", "length", "null", "undefined", "true", "false", "NaN", "[object Object]", "function () {}",
  "(a+)+$", "^(a|a)*$", "a".repeat(64) + "!", "((((((((((", "[[[[[[[[[[", "[a-", "\\", "*", ".*", "?", "\u0000\u0000", "\n\n\n", "\r", "\"", "'", "`", ",", ";", ".", ":", "/", "#", "@", "-", "_", "~", "^", "|",
];

/** Numbers as programs write them. */
const NUMBERS = [
  "0", "00", "-0", "+0", "0.0", ".0", "0.", "1.", "1e5", "1E+5", "1e-5", "1e400", "0x1F", "0X1f", "0o17", "0b101", "017", "1_000", "1,000", "1.000,00", "1 000", "1'000", "١٢٣", "１２３",
  "Infinity", "-Infinity", "∞", "½", "²", "①", "Ⅷ", "〇一二", "万", "1/0", "9007199254740993", "18446744073709551616", "99999999999999999999999999999999", "0000000000", "000-00-0000", "999-99-9999",
  "2147483648", "4294967296", "-2147483649", "219099998.0", "2.19099998e8", "219099998n", "219 09 9998 ", "+219-09-9998", "(219)-09-9998", "219--09--9998", "219-09-9998-", "-219-09-9998",
  "12:34", "12h", "$5", "5%", "5€", "#5", "No. 5", "5th", "5º", "V", "five", "cinco", "0".repeat(50), "1".repeat(50), "9".repeat(300), "1".repeat(13) + "\u0661",
];

/** Days that are none, or written otherwise. */
const DAYS = [
  "2026-02-29", "2024-02-30", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32", "0000-01-01", "0000-00-00", "9999-12-31", "9999-99-99", "-2026-01-01", "+2026-01-01", "+002026-01-01",
  "2026-1-1", "26-01-01", "20260101", "2026/01/01", "01-01-2026", "1/1/26", "13/13/2026", "02/30/2026", "31/12/2026", "2026-11-22T00:00:00Z", "2026-11-22 ", " 2026-11-22", "2026-11-22\n", "2026-W47-7", "2026-326",
  "２０２６-１１-２２", "٢٠٢٦-١١-٢٢", "2026–11–22", "2026−11−22", "2026-11-2२", "yesterday", "today", "hoy", "now", "Nov 22, 2026", "22 nov 2026", "November 31, 2026", "Sunday", "00/00/0000", "99/99/9999",
  "1/1/0001", "12/31/9999", "2/29/1900", "2/29/2000", "12/30/1899", "1970-01-01", "1969-12-31", "2038-01-19", "1582-10-10", "Tue Feb 30 2026", "1764028800", "1764028800000", "2026-11-22T25:61:61", "24:00", "-1", "NaN-NaN-NaN", "Invalid Date",
];

/** Links that hide whose host they name. */
const LINKS = [
  "https://uscis.gov@example.com", "https://uscis.gov%40example.com", "https://uscis.gov%2eexample.com", "https://uscis.gov\\@example.com", "https://example.com\\.uscis.gov", "https://example.com#uscis.gov", "https://example.com?uscis.gov",
  "https://uscis.gov.example.com", "https://uscis-gov.com", "https://uscís.gov", "https://uscis.gоv", "https://uѕcis.gov", "https://ＵＳＣＩＳ.gov", "https://uscis。gov", "https://uscis．gov", "https://uscis｡gov", "https://uscis.gov.", "https://.uscis.gov", "https://uscis..gov",
  "https://xn--80ak6aa92e.com", "https://xn--", "https://xn--a", "https://xn--99999999999", "https://XN--USCIS.gov", "https://[::1]", "https://[::1", "https://[uscis.gov]", "https://127.0.0.1", "https://0x7f000001", "https://2130706433", "https://017700000001", "https://1.1", "https://256.256.256.256",
  "http:uscis.gov", "http:/uscis.gov", "http:///uscis.gov", "https:\\\\uscis.gov", "//uscis.gov", "\\\\uscis.gov", "https://:80", "https://uscis.gov:", "https://uscis.gov:0", "https://uscis.gov:99999", "https://uscis.gov:80:80", "https://a:b@uscis.gov", "https://@uscis.gov", "https://a@b@uscis.gov",
  "ht\ntps://uscis.gov", "https://us\tcis.gov", "https://uscis.gov\u0000.example.com", "https://uscis.gov\u202emoc", "https://uscis\u00ad.gov", "https://uscis\u200b.gov", "https://uscis .gov", "https://uscis_gov.com", "https://-uscis.gov", "https://uscis-.gov", "https://" + "a".repeat(64) + ".gov", "https://" + "a.".repeat(130) + "gov",
  "mailto:a@uscis.gov", "mailto:a@uscis.gov?cc=b@example.com", "a@b@uscis.gov", "\"a@b\"@uscis.gov", "a@[127.0.0.1]", "a@uscis", "@uscis.gov", "a@", "a@.gov", "javascript://uscis.gov/%0aalert(1)", "data:,uscis.gov", "file:///uscis.gov", "blob:https://uscis.gov/1", "view-source:https://uscis.gov", "intent://uscis.gov#Intent;end", "tel:uscis.gov", "ftp://uscis.gov", "about:blank", "https", "https:", "https://", "://", "uscis", "gov", ".gov", "www.", "www..gov",
];

const LOCALES = ["", "-", "e", "EN", "es-", "es-MX-x-a-b", "es_MX", "ES-mx", "zz", "e\u0301s", "constructor", "__proto__", "*", "en;q=0.5", "en,es", "C", "POSIX", "i-klingon", "x-x", "a".repeat(9000), "\ud83d", "\0", "es\0", "еs", "ｅｓ"];

/** The limits of what is read, and what is just beyond. */
const LENGTHS = [1, 2, 63, 64, 65, 127, 128, 129, 255, 256, 257, 399, 400, 401, 1023, 1024, 1025, 4095, 4096, 4097, 65_535, 65_536, 65_537, 200_000];
const PIECES = ["1", "A", " ", "-", "<", "é", "字", "🗽", "\u0301", "\ud83d", "\u200b", "a.", "\n"];

function* every() {
  yield "";
  for (const text of RIGHT) {
    yield text;
    for (const table of Object.values(LOOKS)) yield look(table)(text);
    for (const form of FORMS) yield form(text);
  }
  // Each sign in each place of some value.
  let turn = 0;
  for (const sign of SIGNS) for (const put of Object.values(PLACES)) for (let i = 0; i < 4; i++) yield put(RIGHT[turn++ % RIGHT.length], sign);
  yield* [...SIGNS, ...MEANT, ...NUMBERS, ...DAYS, ...LINKS, ...LOCALES];
  for (const [at, length] of LENGTHS.entries()) for (const piece of PIECES) if (length < 5000 || (at + PIECES.indexOf(piece)) % 4 === 0) yield piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

export const TEXTS = [...new Set(every())];

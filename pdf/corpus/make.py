"""Fills official forms by another library, rightly and with one mistake at a time.

Asks for the folder of the forms, that of their lists (data/boxes) and one to write into; writes
PDFs and manifest.tsv: file, form, mistake, box, what must be said of it. Everything is seeded.
"""

import random
import re
import sys
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name, String

RIGHT = {
    "family-name": "Garcia",
    "given-name": "Ana",
    "middle-name": "Maria",
    "street": "100 Main St",
    "unit": "4B",
    "in-care-of": "Luis Cruz",
    "city": "Albany",
    "zip": "12207",
    "phone": "5185550123",
    "email": "ana@example.com",
    "date": "10/05/2015",
    "date-of-birth": "10/05/1987",
    "a-number": "012345678",
    "ssn": "219099998",
    "online-account-number": "012345678901",
    "receipt-number": "EAC2212345678",
    "i94-number": "123456789A1",
    "passport-number": "X12345678",
    "class-of-admission": "B2",
}

# For forms without a list: words of a box's name and of its tooltip's end, and what it wants. In doubt
# nothing.
TOLD = [
    (r"spouse|child|parent|father|mother|employer", r".", None),
    (r"birth|dob", r"date of birth", "date-of-birth"),
    (r"signature", r"date of signature", "date"),
    (r"family|last", r"family name", "family-name"),
    (r"given|first", r"given name", "given-name"),
    (r"middle", r"middle name", "middle-name"),
    (r"street", r"street number and name", "street"),
    (r"city", r"city or town", "city"),
    (r"zip", r"zip ?code", "zip"),
    (r"phone|mobile", r"telephone number", "phone"),
    (r"mail", r"e-?mail address", "email"),
    (r"alien", r"alien registration number|\ba-number", "a-number"),
    (r"ssn|social", r"social security number", "ssn"),
    (r"account|acct|elis", r"online account number", "online-account-number"),
]


class Box:
    def __init__(self, name, field, inherited):
        self.name, self.field = name, field
        get = lambda key: field.get(key, inherited.get(key))
        flags = int(get("/Ff") or 0)
        self.type = str(get("/FT") or "")
        self.most = int(get("/MaxLen")) if get("/MaxLen") is not None else None
        self.tooltip = str(field.get("/TU", ""))
        self.locked = bool(flags & 1)
        self.multiline = bool(flags & 1 << 12)
        self.comb = bool(flags & 1 << 24)
        self.pressed = self.type == "/Btn" and bool(flags & 1 << 16)
        rect = [float(corner) for corner in field.get("/Rect", [0, 0, 0, 0])]
        self.width = abs(rect[2] - rect[0])
        self.kind = self.whose = self.purpose = None

    def state(self):
        states = self.field.get("/AP", Dictionary()).get("/N", Dictionary()).keys()
        return next((state for state in states if state != "/Off"), None)

    def options(self):
        found = []
        for option in self.field.get("/Opt", []):
            found.append(str(option[0]) if isinstance(option, pikepdf.Array) else str(option))
        return found

    def write(self, value):
        self.field.V = String(value)
        if "/AP" in self.field and self.type == "/Tx":
            del self.field["/AP"]

    def check(self):
        self.field.V = self.field.AS = Name(self.state())


def boxes(pdf):
    found, waiting = [], [("", field, {}) for field in reversed(list(pdf.Root.AcroForm.Fields))]
    while waiting:
        above, field, inherited = waiting.pop()
        name = above + ("." if above and "/T" in field else "") + str(field.get("/T", ""))
        own = dict(inherited)
        for key in ["/FT", "/Ff", "/MaxLen"]:
            if key in field:
                own[key] = field[key]
        kids = [kid for kid in field.get("/Kids", []) if "/T" in kid]
        if kids:
            waiting.extend((name, kid, own) for kid in reversed(kids))
        else:
            found.append(Box(name, field, inherited))
    return found


def known(lists, stem):
    """What each box wants, by the list of the form's edition or by its own words."""
    form, day = stem.split("_")[:2]
    month, of_month, year = day.split("-")
    table = lists / f"{form}@20{year}-{month}-{of_month}.tsv"
    if not table.exists():
        return None
    rows = (line.split("\t") for line in table.read_text().splitlines() if line[0] != "#")
    return {row[0]: row[1:4] for row in rows}


def told(box):
    if box.type == "/Ch" and any(option.strip() == "NY" for option in box.options()):
        return "state"
    if box.type != "/Tx" or "other a-number" in box.tooltip.lower():
        return None
    name, end = last(box).lower(), box.tooltip.lower()[-160:]
    for named, words, kind in TOLD:
        if re.search(named, name) and re.search(words, end):
            return kind
    return None


def describe(all_boxes, table):
    for box in all_boxes:
        if table is None:
            box.kind = told(box)
        elif box.name in table:
            kind, box.whose, box.purpose = table[box.name]
            box.kind = kind if kind in RIGHT or kind in ("state", "country") else None


def right(box):
    if box.locked or box.kind is None:
        return None
    if box.kind == "state":
        return next((option for option in box.options() if option.strip() == "NY"), None)
    if box.type != "/Tx":
        return None
    if box.kind == "country":
        value = "Mexico" if box.purpose in ("birth", "issue", "-", "?") else "United States"
    else:
        value = "11/20/2026" if signed(box, None) else RIGHT.get(box.kind)
    if box.kind == "phone" and box.most is not None and box.most < 10:
        return None
    if box.most is not None and value is not None and len(value) > box.most:
        return None
    return value


def last(box):
    return box.name.rsplit(".", 1)[-1]


def base(box):
    return box.name.rsplit("[", 1)[0]


def of(*kinds):
    return lambda box, form: box.kind in kinds


def typed(value):
    return lambda box, form: [(box, value)]


def neighbours(box, form, kinds):
    """The boxes of these kinds that have the same item number, where there is one of each."""
    item = lambda other: re.search(r"(Part \d+).*?\b(\d+)\.", other.tooltip)
    own = item(box)
    if not own:
        return []
    same = [other for other in form if other.kind in kinds and item(other)]
    same = [other for other in same if item(other).groups() == own.groups()]
    of_each = all(sum(other.kind == kind for other in same) <= 1 for kind in kinds)
    return same if of_each else []


def half(kinds):
    def candidates(box, form):
        if box.kind not in kinds or right(box) is None or box.purpose == "previous":
            return False
        return {other.kind for other in neighbours(box, form, kinds) if right(other)} >= set(kinds)

    return candidates


def pair(box, form):
    """Two boxes of one question that say yes and no."""
    same = [other for other in form if base(other) == base(box) and other.type == "/Btn"]
    states = sorted(str(other.state()) for other in same)
    open_ones = not any(other.locked for other in same)
    return box.type == "/Btn" and open_ones and states == ["/N", "/Y"]


def both(box, form):
    return [(other, None) for other in form if base(other) == base(box)]


def again(box, form):
    own = lambda other: other.kind == "a-number" and other.whose == "applicant"
    same = [other for other in form if own(other) and not other.locked]
    return own(box) and not box.locked and len(same) > 1


def ssn_too(box, form):
    own = lambda other: other.kind == "ssn" and other.whose == box.whose and right(other)
    return box.kind == "a-number" and box.whose == "applicant" and any(map(own, form))


def plain(box, form):
    return box.type == "/Tx" and not box.comb and not box.multiline and box.most is None


def signature(box, form):
    name = last(box).lower()
    later = re.search(r"interview|oath|officer|no entry", box.tooltip.lower())
    named = "signature" in name and "date" not in name
    return box.type == "/Tx" and box.locked and named and not later


def signed(box, form):
    named = "dateofsignature" in last(box).lower() or "date of signature" in box.tooltip.lower()
    return box.kind == "date" and named and not box.locked


def writable(box):
    """Boxes that the form opens later hold nothing; places of signatures never open."""
    return signature(box, None) or not box.locked and (box.kind is None or right(box))


# Name of the mistake, boxes that it can be made in, what is written, what must be said: families of
# codes, or whole ones.
MISTAKES = [
    ("a-number too short", of("a-number"), typed("12345"), "a-number box/exact-length"),
    ("account number too short", of("online-account-number"), typed("01234567890"), "online-account-number box/exact-length"),
    ("receipt as account number", of("online-account-number"), typed("IOE091234567"), "online-account-number"),
    ("ssn that nobody has", of("ssn"), typed("000123456"), "ssn"),
    ("letter for a digit", of("a-number", "ssn"), typed("O12345678"), "a-number ssn answer"),
    ("receipt too short", of("receipt-number"), typed("EAC221234567"), "receipt-number"),
    ("no such day", of("date", "date-of-birth"), typed("02/30/1987"), "date date-of-birth"),
    ("the day first", of("date", "date-of-birth"), typed("25/12/1987"), "date date-of-birth"),
    ("a birth to come", of("date-of-birth"), typed("10/05/2087"), "date-of-birth"),
    ("zip too short", of("zip"), typed("1220"), "zip"),
    ("mail without @", of("email"), typed("ana.example.com"), "email"),
    ("phone too short", of("phone"), typed("518555012"), "phone box/exact-length"),
    ("N/A for a number", of("a-number", "ssn", "zip", "i94-number"), typed("N/A"), "box/by-hand"),
    ("longer than it shows", plain, lambda box, form: [(box, "A" * int(box.width / 6 + 4))], "box/cut-off"),
    ("longer than it takes", lambda box, form: box.kind in ("street", "city") and box.most, lambda box, form: [(box, "A" * (box.most + 1))], "answer/box-too-small"),
    ("half a name", half(("family-name", "given-name")), typed(""), "box/half-filled box/empty"),
    ("half an address", half(("street", "city")), typed(""), "box/half-filled box/empty"),
    ("a typed signature", signature, typed("Ana Garcia"), "box/typed-signature"),
    ("signed tomorrow", signed, typed("12/24/2026"), "box/signed-later"),
    ("signed a year ago", signed, typed("11/20/2025"), "box/signed-long-ago"),
    ("both yes and no", pair, both, "box/both-checked"),
    ("two a-numbers", again, typed("087654321"), "box/differs"),
    ("a-number as ssn", ssn_too, typed("219099998"), "box/same-digits"),
]


class Maker:
    def __init__(self, forms, lists, out, seeds):
        self.forms, self.lists, self.out, self.seeds = forms, lists, out, seeds
        self.rows = []

    def open(self, stem):
        pdf = pikepdf.open(self.forms / f"{stem}.pdf")
        form = boxes(pdf)
        describe(form, known(self.lists, stem))
        filled = 0
        for box in form:
            value = right(box)
            if value:
                box.write(value)
                filled += 1
        return pdf, form, filled

    def save(self, pdf, *row):
        name = f"{len(self.rows):04}.pdf"
        # Each second file stays encrypted, as the agency publishes it.
        keep = pdf.is_encrypted and len(self.rows) % 2 == 0
        pdf.save(self.out / name, encryption=keep)
        self.rows.append("\t".join([name, *map(str, row)]))

    def form(self, stem):
        whole, form, filled = self.open(stem)
        self.save(whole, stem, "right", filled, "-")
        places = {at: box for at, box in enumerate(form) if not box.pressed}
        for mistake, can, makes, said in MISTAKES:
            able = [at for at, box in places.items() if can(box, form) and writable(box)]
            chance = random.Random(f"{stem} {mistake}")
            for at in chance.sample(able, min(self.seeds, len(able))):
                pdf, fresh, _ = self.open(stem)
                for box, value in makes(fresh[at], fresh):
                    box.check() if value is None else box.write(value)
                self.save(pdf, stem, mistake, fresh[at].name, said)
        pdf, fresh, _ = self.open(stem)
        marked = any("BarCode" in box.name for box in fresh)
        if marked and len(pdf.pages) > 1:
            del pdf.pages[random.Random(stem).randrange(len(pdf.pages))]
            self.save(pdf, stem, "a page is missing", "-", "pages/missing")


def main():
    forms, lists, out = map(Path, sys.argv[1:4])
    seeds = int(sys.argv[4])
    out.mkdir(parents=True, exist_ok=True)
    maker = Maker(forms, lists, out, seeds)
    for path in sorted(forms.glob("*.pdf")):
        maker.form(path.stem)
    (out / "manifest.tsv").write_text("\n".join(maker.rows) + "\n")
    print(f"{len(maker.rows)} files")


main()

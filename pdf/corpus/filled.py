"""Forms that the example `filled` has written, read and drawn by others.

filled.py FOLDER values            what pypdf and pikepdf read is what was written
filled.py FOLDER pictures PDFJS [write]   boxes as poppler, PDFium and pdf.js (drawn before, into PDFJS) draw
                                   them, beside pictures.tsv

A picture is compared by numbers: how dark each box that was written is, more than in the blank, whether it was
written over something printed, and whether anything was drawn outside of boxes.
"""

import collections
import functools
import pathlib
import subprocess
import sys

import numpy
import pikepdf
import pypdf
import pypdfium2
from PIL import Image

FOLDER = pathlib.Path(sys.argv[1])
EXPECTED = pathlib.Path(__file__).with_name("pictures.tsv")
FORMS = ("g-1145", "i-765", "i-90", "n-400")
WHICH = ("full", "sparse")
SCALE = 2.0
# Fonts differ from machine to machine: as much of a page's ink may be more or less.
APART = 0.25
# More ink than the lines of cells in a blank box, in points: something is printed there.
PRINTED = 8.0
# Of a box's own ink, around it: letters that reach over its edge.
AROUND = 1.5


def table(path):
    rows = []
    for line in path.with_suffix(".tsv").read_text(encoding="utf-8").splitlines():
        name, page, left, bottom, right, top, shape, value = line.split("\t")
        rows.append((name, int(page), [float(own) for own in (left, bottom, right, top)], shape, value.replace("\\n", "\n")))
    return rows


def said(value):
    if value is None:
        return ""
    text = str(value)
    return text[1:] if text.startswith("/") else text


def by_pikepdf(path):
    found = {}
    with pikepdf.open(path) as pdf:
        rest = [("", field) for field in pdf.Root.AcroForm.Fields]
        while rest:
            above, field = rest.pop()
            name = above
            if "/T" in field:
                name = f"{above}.{field.T}" if above else str(field.T)
            if "/V" in field:
                found[name] = said(field.V)
            rest += [(name, kid) for kid in field.get("/Kids", []) if "/T" in kid]
    return found


def values():
    count, wrong, files = 0, [], 0
    for path in sorted(FOLDER.glob("*.pdf")):
        if path.stem.endswith("-blank"):
            continue
        files += 1
        fields = pypdf.PdfReader(path).get_fields() or {}
        others = {"pypdf": {name: said(own.get("/V")) for name, own in fields.items()}, "pikepdf": by_pikepdf(path)}
        for name, _, _, _, value in table(path):
            count += 1
            for reader, found in others.items():
                # A list's own words have spaces about them.
                if found.get(name, "").strip() != value.strip():
                    wrong.append(f"{path.name} {name}: {reader} reads {found.get(name)!r}, not {value!r}")
    print(f"{files} files, {count} boxes, each read by pypdf and pikepdf: {len(wrong)} read otherwise")
    print("\n".join(wrong[:20]))
    return not wrong and count > 0


@functools.cache
def poppler(path):
    out = FOLDER / "poppler" / path.stem
    out.parent.mkdir(exist_ok=True)
    subprocess.run(["pdftoppm", "-r", str(72 * SCALE), "-gray", path, out], check=True, stderr=subprocess.DEVNULL)
    return [load(page) for page in sorted(out.parent.glob(f"{path.stem}-*.pgm"))]


@functools.cache
def pdfium(path):
    pdf = pypdfium2.PdfDocument(path)
    pdf.init_forms()
    return [numpy.asarray(page.render(scale=SCALE, may_draw_forms=True).to_pil().convert("L")) for page in pdf]


@functools.cache
def pdfjs(path):
    return [load(page) for page in sorted(pathlib.Path(sys.argv[3]).glob(f"{path.stem}-*.png"))]


def load(path):
    return numpy.asarray(Image.open(path).convert("L"))


def inside(picture, corners, more=0.0):
    left, bottom, right, top = corners
    high = picture.shape[0] / SCALE
    edges = [high - top - more, high - bottom + more, left - more, right + more]
    up, down, start, end = (max(0, round(edge * SCALE)) for edge in edges)
    return slice(up, down), slice(start, end)


def ink(form, which, draw):
    """The ink of each page's boxes in points and how many boxes there are, what is wrong, and what is outside."""
    path = FOLDER / f"{form}-{which}.pdf"
    blank = draw(FOLDER / f"{form}-blank.pdf")
    pages = [numpy.clip(one.astype(int) - other, 0, None) / 255 for one, other in zip(blank, draw(path))]
    found, wrong = collections.defaultdict(lambda: [0, 0.0]), []
    own = [numpy.zeros(page.shape, bool) for page in pages]
    for name, page, corners, shape, value in table(path):
        if page == 0 or not value.strip():
            continue
        if corners[2] - corners[0] < 6 or corners[3] - corners[1] < 6:
            continue
        here = float(pages[page - 1][inside(pages[page - 1], corners)].sum()) / SCALE**2
        # A dot is drawn with a quarter of a point.
        if here < 0.25:
            wrong.append(f"draws nothing of {value!r} in {name}")
        under = 255 - blank[page - 1][inside(blank[page - 1], corners, -3.0)].astype(int)
        if shape == "Text" and float(under[under > 128].sum()) / 255 / SCALE**2 > PRINTED:
            wrong.append(f"draws {value!r} over what is printed in {name}")
        found[page][0] += 1
        found[page][1] += here
        own[page - 1][inside(pages[page - 1], corners, AROUND)] = True
    outside = sum(float(page[~mask].sum()) for page, mask in zip(pages, own)) / SCALE**2
    return found, wrong, outside


def pictures():
    rows, faults = [], []
    expected = {}
    if EXPECTED.exists():
        lines = EXPECTED.read_text(encoding="utf-8").splitlines()
        for line in lines[2:]:
            *key, boxes, dark = line.split("\t")
            expected[tuple(key)] = (int(boxes), float(dark))
    for form in FORMS:
        for which in WHICH:
            for name, draw in (("poppler", poppler), ("pdfium", pdfium), ("pdf.js", pdfjs)):
                found, wrong, outside = ink(form, which, draw)
                faults += [f"{form} {which}, {name} {own}" for own in wrong]
                if outside > 2.0:
                    faults.append(f"{form} {which}, {name} draws {outside:.1f} points outside of boxes")
                for page, (boxes, dark) in sorted(found.items()):
                    key = (form, which, name, str(page))
                    rows.append("\t".join([*key, str(boxes), f"{dark:.1f}"]))
                    known = expected.pop(key, None)
                    if "write" not in sys.argv and (known is None or known[0] != boxes or abs(known[1] - dark) > APART * known[1] + 2.0):
                        faults.append(f"{form} {which}, page {page}, {name}: {boxes} boxes with ink {dark:.1f}, not {known}")
    if "write" in sys.argv:
        head = "# How dark the boxes are that sessions by chance fill, page by page, in square points of ink.\nform\twhich\tprogram\tpage\tboxes\tink\n"
        EXPECTED.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    else:
        faults += [f"not drawn: {key}" for key in expected]
    print(f"{len(rows)} pages drawn, {len(faults)} faults")
    print("\n".join(faults[:40]))
    return not faults and rows != []


sys.exit(0 if {"values": values, "pictures": pictures}[sys.argv[2]]() else 1)

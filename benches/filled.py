"""What a filled form is like, for fill.mjs: filled.py FILE VALUES.json, as a third program finds it."""

import json
import sys

import pikepdf
import pypdf

path, values = sys.argv[1], json.load(open(sys.argv[2], encoding="utf-8"))


def text(value):
    return str(value).lstrip("/") if value is not None else ""


fields = pypdf.PdfReader(path).get_fields() or {}
held = sum(text(fields.get(name, {}).get("/V")).strip() == value.strip() for name, value in values.items())

pdf = pikepdf.open(path)
form = pdf.Root.AcroForm
seen = combs = in_cells = 0
for page in pdf.pages:
    for box in page.get("/Annots", []):
        field = box
        while "/FT" not in field and "/Parent" in field:
            field = field.Parent
        if field.get("/FT") != "/Tx":
            continue
        value = str(box.get("/V", field.get("/V", "")))
        look = box.get("/AP", {}).get("/N")
        flags = int(box.get("/Ff", field.get("/Ff", 0)))
        if not value or not isinstance(look, pikepdf.Stream) or flags & 1:
            continue
        shown = [one for one in pikepdf.parse_content_stream(look) if str(one.operator) in ("Tj", "TJ")]
        seen += bool(shown)
        if flags >> 24 & 1 and "/MaxLen" in field:
            combs += 1
            in_cells += len(shown) == len(value)

print(json.dumps({
    "held, of all": f"{held} of {len(values)}",
    "texts drawn": seen,
    "combs in cells": f"{in_cells} of {combs}",
    "XFA left": "/XFA" in form,
    "usage rights left": "/Perms" in pdf.Root,
    "encrypted": pdf.is_encrypted,
}))

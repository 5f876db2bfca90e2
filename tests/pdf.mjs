// Small official-looking PDF forms, for tests: made here, since no official PDF is in the tree.

/**
 * The bytes of a form: `pages` are the bar codes of its pages ("I-90|01/20/25|1"), null for a page without
 * one; a field says its `name`, and as far as it differs from nothing `page`, `rect`, `tip`, `value`, `most`,
 * and of a check box its `state`. A certified one says that nothing may be changed; a field that is `signed` holds a
 * signature over all the rest of the file.
 */
export function pdf({ pages, fields, certified = false }) {
  const objects = [];
  const add = (body) => objects.push(body);
  const text = (value) => `<feff${[...Array(value.length).keys()].map((at) => value.charCodeAt(at).toString(16).padStart(4, "0")).join("")}>`;
  add(`<< /Type /Catalog /Pages 2 0 R /AcroForm 3 0 R ${certified ? "/Perms << /DocMDP << >> >> " : ""}>>`);
  const kids = pages.map((_, at) => `${4 + at} 0 R`).join(" ");
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] /MediaBox [0 0 612 792] >>`);
  const marks = pages.flatMap((code, at) =>
    code === null ? [] : { name: `PDF417BarCode1[${at}]`, page: at + 1, rect: [40, 30, 300, 60], value: code, flags: 1 });
  const all = [...marks, ...fields];
  const first = 4 + pages.length;
  add(`<< /Fields [${all.map((_, at) => `${first + at} 0 R`).join(" ")}] >>`);
  pages.forEach((_, page) => {
    const own = all.flatMap((field, at) => ((field.page ?? 1) === page + 1 ? `${first + at} 0 R` : []));
    add(`<< /Type /Page /Parent 2 0 R /Annots [${own.join(" ")}] >>`);
  });
  all.forEach(({ name, page = 1, rect = [100, 600, 300, 618], tip, value, most, state, flags = 0, signed = false }) => {
    const own = [`/Type /Annot /Subtype /Widget /T ${text(name)} /Ff ${flags} /Rect [${rect.join(" ")}] /P ${3 + page} 0 R`];
    if (signed) {
      add(`<< ${own.join(" ")} /FT /Sig /V << /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange ${RANGE} /Contents <${"0".repeat(256)}> >> >>`);
      return;
    }
    if (tip !== undefined) own.push(`/TU ${text(tip)}`);
    if (most !== undefined) own.push(`/MaxLen ${most}`);
    if (state === undefined) own.push(`/FT /Tx ${value === undefined ? "" : `/V ${text(value)}`}`);
    else own.push(`/FT /Btn /V ${named(value ?? "Off")} /AP << /N << /Off << >> ${named(state)} << >> >> >>`);
    add(`<< ${own.join(" ")} >>`);
  });
  let body = "%PDF-1.7\n";
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  body += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new TextEncoder().encode(ranged(body));
}

/** As many letters as the four numbers may take. */
const RANGE = `[0 ${"*".repeat(32)}]`;

/** What a signature is over, once it is known how long the file is: all but its own contents. */
function ranged(body) {
  const begin = body.indexOf("<", body.indexOf("/Contents", body.indexOf(RANGE)));
  const end = body.indexOf(">", begin) + 1;
  return body.replace(RANGE, `[0 ${begin} ${end} ${body.length - end}`.padEnd(RANGE.length - 1).concat("]"));
}

/** A name as a PDF writes it. */
const named = (name) => `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, "0")}`)}`;

/** A form of two pages with a family name, an A-Number that is too short and two boxes to check. */
export const FORM = {
  pages: ["I-90|01/20/25|1", "I-90|01/20/25|2"],
  fields: [
    { name: "form1[0].P1_Family[0]", rect: [60, 600, 300, 618], tip: "Part 1. About You. 3.a. Enter Family Name.", value: "Ibarra" },
    { name: "form1[0].P1_Alien[0]", rect: [320, 600, 480, 618], tip: "Part 1. About You. 1. Enter Alien Registration Number (A-Number).", value: "A12345" },
    { name: "form1[0].P1_Given[0]", rect: [60, 560, 300, 578], tip: "Part 1. About You. 3.b. Enter Given Name.", value: "Ana" },
    { name: "form1[0].P2_Male[0]", page: 2, rect: [60, 700, 70, 710], tip: "Part 1. 8. Select Male.", state: "M", value: "M" },
    { name: "form1[0].P2_Female[0]", page: 2, rect: [120, 700, 130, 710], tip: "Part 1. 8. Select Female.", state: "F" },
  ],
};

/** A form of one page on which a person says their names and A-Number. */
export function person(id, family, given, number) {
  const fields = [
    { name: "form1[0].Family[0]", rect: [60, 600, 300, 618], tip: "Part 1. About You. 1.a. Enter Family Name.", value: family },
    { name: "form1[0].Given[0]", rect: [320, 600, 480, 618], tip: "Part 1. About You. 1.b. Enter Given Name.", value: given },
    { name: "form1[0].Number[0]", rect: [60, 560, 300, 578], tip: "Part 1. About You. 2. Enter Alien Registration Number (A-Number).", value: number },
  ];
  return pdf({ pages: [`${id}|01/20/25|1`], fields });
}

// Lists with a row for each entry: children, jobs, trips, earlier homes. What a form leaves open stays empty.
import { expect, test } from "./browsers.ts";
import { page, plan, rows, save, values } from "./filling.ts";

const LINES = [
  { list: "children", entries: 2 }, { list: "jobs", entries: 2 }, { list: "trips", entries: 2 }, { list: "earlier_homes", entries: 1 },
  { fact: "children[0].name", text: "Ana Example" }, { fact: "children[0].birth_date", text: "01/02/2015" },
  { fact: "children[1].name", text: "Luis Example" }, { fact: "children[1].birth_date", text: "2018-03-04" },
  { fact: "jobs[0].kind", text: "work" }, { fact: "jobs[0].name", text: "Acme Foods" }, { fact: "jobs[0].city", text: "Ames" },
  { fact: "jobs[0].from", text: "2022-01-04" }, { fact: "jobs[0].to", text: "PRESENT" }, { fact: "jobs[0].occupation", text: "Cook" },
  { fact: "jobs[1].name", text: "Porto School" }, { fact: "jobs[1].city", text: "Boone" }, { fact: "jobs[1].zip", text: "50036" },
  { fact: "jobs[1].from", text: "2020-09-01" }, { fact: "jobs[1].to", text: "2022-01-03" }, { fact: "jobs[1].occupation", text: "Student" },
  { fact: "trips[0].left", text: "2025-07-03" }, { fact: "trips[0].returned", text: "2025-07-20" }, { fact: "trips[0].countries", text: "Mexico" },
  { fact: "trips[1].left", text: "06/03/2025" }, { fact: "trips[1].returned", text: "06/20/2025" }, { fact: "trips[1].countries", text: "Cuba, Mexico" },
  { fact: "earlier_homes[0].street", text: "1 First Ave" }, { fact: "earlier_homes[0].from", text: "2019-01-02" }, { fact: "earlier_homes[0].to", text: "2021-03-04" },
  { fact: "home.city", text: "Reno" }, { fact: "home.country", text: "United States" }, { fact: "record.voted", text: "no" },
];
const FILE = `{\n"file": "prefile answers",\n"version": 1,\n"answers": [\n${LINES.map((line) => JSON.stringify(line)).join(",\n")}\n]\n}\n`;

let count = 0;
const box = (label: string, more = ""): string => `<p><label for="b${++count}">${label}</label> <input id="b${count}" ${more}></p>`;
const group = (legend: string, ...boxes: string[]): string => `<fieldset><legend>${legend}</legend>${boxes.join("")}</fieldset>`;

const child = (at: number): string => group(`Child ${at}`, box("Child's Full Name"), box("Child's Date of Birth"));
const job = (legend: string): string =>
  group(legend, box("Employer or School Name"), box("Your Occupation"), box("City"), box("From (mm/dd/yyyy)"), box("To (mm/dd/yyyy)"));
const trip = (more = ""): string =>
  `<tr><td><input aria-label="Date You Left the United States (mm/dd/yyyy)" ${more}></td><td><input aria-label="Date You Returned to the United States (mm/dd/yyyy)" ${more}></td><td><input aria-label="Countries to Which You Traveled"></td></tr>`;
const trips = (...all: string[]): string => `<h2>Time Outside the United States</h2><table>${all.join("")}</table>`;

const CASES: Readonly<Record<string, readonly [form: () => string, filled: readonly string[]]>> = {
  "children, in their order": [
    () => child(1) + child(2) + child(3),
    ["Child's Full Name: Ana Example", "Child's Date of Birth: 01/02/2015", "Child's Full Name: Luis Example", "Child's Date of Birth: 03/04/2018"],
  ],
  "jobs: who is still there has no last day": [
    () => `<h2>Employment History</h2>${job("Employer 1")}${job("Employer 2")}${job("Employer 3")}`,
    [
      "Employer or School Name: Acme Foods", "Your Occupation: Cook", "City: Ames", "From (mm/dd/yyyy): 01/04/2022",
      "Employer or School Name: Porto School", "Your Occupation: Student", "City: Boone", "From (mm/dd/yyyy): 09/01/2020", "To (mm/dd/yyyy): 01/03/2022",
    ],
  ],
  "a job that is the second by its heading": [
    () => group("Employer 2", box("Employer's Name"), box("Start Date", 'type="date"'), box("End Date", 'type="date"')),
    ["Employer's Name: Porto School", "Start Date: 2020-09-01", "End Date: 2022-01-03"],
  ],
  "trips in a table": [
    () => trips(trip(), trip(), trip()),
    [
      "Date You Left the United States (mm/dd/yyyy): 07/03/2025", "Date You Returned to the United States (mm/dd/yyyy): 07/20/2025", "Countries to Which You Traveled: Mexico",
      "Date You Left the United States (mm/dd/yyyy): 06/03/2025", "Date You Returned to the United States (mm/dd/yyyy): 06/20/2025", "Countries to Which You Traveled: Cuba, Mexico",
    ],
  ],
  "in Spanish": [
    () => group("Viaje 1", box("Fecha de salida"), box("Fecha de regreso"), box("País visitado")) + group("Empleo 1", box("Nombre del empleador"), box("Desde (mm/dd/aaaa)")),
    ["Fecha de salida: 07/03/2025", "Fecha de regreso: 07/20/2025", "País visitado: Mexico", "Nombre del empleador: Acme Foods", "Desde (mm/dd/aaaa): 01/04/2022"],
  ],
  // Its title says nothing of the boxes.
  "an address on a form about employment": [
    () => "<h1>I-765, Application for Employment Authorization</h1>" + group("Mailing address", box("In Care Of Name")) + box("City") + box("Country"),
    ["City: Reno", "Country: United States"],
  ],
  "an address on a form about travel": [
    () => "<h1>I-131, Application for Travel Documents, Parole Documents, and Arrival/Departure Records</h1>" + box("City") + box("Country"),
    ["City: Reno", "Country: United States"],
  ],
  "an earlier home with its days": [
    () => group("Previous address", box("Street Number and Name"), box("From (mm/dd/yyyy)"), box("To (mm/dd/yyyy)")),
    ["Street Number and Name: 1 First Ave", "From (mm/dd/yyyy): 01/02/2019", "To (mm/dd/yyyy): 03/04/2021"],
  ],
};

/** What is not plain: nothing of a list is offered there. */
const OPEN: Readonly<Record<string, () => string>> = {
  "all first days before all last days": () => group("Employment history", box("From"), box("From"), box("To"), box("To")),
  "both days in one box": () => group("Employer 1", box("From - To (mm/dd/yyyy)")),
  "a trip that is planned": () => group("Your trip", box("Date of intended departure (mm/dd/yyyy)"), box("Expected date of return (mm/dd/yyyy)")),
  "somebody else's job": () => group("Your spouse", box("Name of Employer"), box("Occupation"), box("Employed from (mm/dd/yyyy)")),
  "a form about employment": () => "<h1>Application for Employment Authorization</h1>" + box("From") + box("Name") + box("Date (mm/dd/yyyy)"),
  "a question of the law": () => group("Employment", box("Have you ever been employed by a foreign government? Name"), box("Have you ever voted?")),
  "a question that opens an account": () => group("Security questions", box("What is the name of your first employer?"), box("Security answer: name of your first school")),
  "two rows with one number": () => group("Trip 1", box("Date left")) + group("Trip 1", box("Date left")),
};

test.afterEach(async ({ surface }) => {
  await surface.inside(() => Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]));
});

test("each entry is shown in its row, filled, and taken back", async ({ surface, tab }) => {
  const options = await save(surface, FILE);
  for (const [what, [form, filled]] of Object.entries(CASES)) {
    const popup = await plan(surface, tab, page(form()));
    await popup.press("Show what would be filled");
    await expect.poll(() => rows(popup), what).toEqual(filled.map((row) => `[x] ${row}`));
    expect(await values(tab), what).toEqual({});
    await popup.press("Fill the boxes with a tick");
    await expect.poll(() => popup.text(), what).toContain(`Filled: ${filled.length}. Left alone: 0.`);
    const written = await tab.run(() => [...document.querySelectorAll("input")].map(({ value }) => value).filter((text) => text !== ""));
    expect(written, what).toEqual(filled.map((row) => row.replace(/^.*?: /, "")));
    await popup.press("Undo");
    await expect.poll(() => popup.text(), what).toContain(`Put back: ${filled.length}.`);
    await popup.close();
  }
  await options.close();
});

test("what is not plain is left out, and what somebody said of the law goes nowhere", async ({ surface, tab }) => {
  const options = await save(surface, FILE);
  for (const [what, form] of Object.entries(OPEN)) {
    const law = '<p>Have you ever voted? <label><input type="radio" name="v" id="yes"> Yes</label> <label><input type="checkbox" id="never"> I have never voted</label></p>';
    const popup = await plan(surface, tab, page(`<p><label for="city">City</label> <input id="city"></p>${form()}${law}`));
    await popup.press("Show what would be filled");
    await expect.poll(() => rows(popup), what).toEqual(["[x] City: Reno"]);
    await popup.close();
  }
  expect(await tab.run(() => document.querySelectorAll(":checked").length)).toBe(0);
  await options.close();
});

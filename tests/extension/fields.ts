// What boxes ask for, in the words of the official forms and of others, a text that is wrong there,
// and what the person is to read.

export interface Asked {
  /** On the official forms, in the agency's other words, by others, in Spanish. */
  readonly labels: readonly [string, string, string, string];
  readonly name: string;
  readonly wrong: string;
  readonly says: string;
}

export const FIELDS: readonly Asked[] = [
  {
    labels: ["Family Name (Last Name)", "Last Name", "Surname", "Apellidos"],
    name: "lastName", wrong: "Garc1a", says: "Few names have “1” in them.",
  },
  {
    labels: ["Given Name (First Name)", "First Name", "Given name", "Nombre(s) de pila"],
    name: "firstName", wrong: "M@ria", says: "Few names have “@” in them.",
  },
  {
    labels: ["Alien Registration Number (A-Number) (if any)", "A-Number", "Your A# (alien number)", "Número de Registro de Extranjero"],
    name: "alienNumber", wrong: "A123456", says: "An A-Number has 7 to 9 digits; this has 6.",
  },
  {
    labels: ["USCIS Online Account Number (if any)", "USCIS Online Account Number", "USCIS account number (online)", "Número de cuenta en línea de USCIS"],
    name: "onlineAccountNumber", wrong: "EAC2212345678", says: "This is a receipt number. This box wants the USCIS Online Account Number.",
  },
  {
    labels: ["U.S. Social Security Number (if any)", "Social Security Number", "SSN", "Número de Seguro Social"],
    name: "ssn", wrong: "000-12-3456", says: "No Social Security Number begins with 000, 666, or 900 to 999.",
  },
  {
    labels: ["Receipt Number", "Form I-797 Receipt Number", "USCIS receipt #", "Número de recibo"],
    name: "receiptNumber", wrong: "MSC229012345", says: "A receipt number has 3 letters and 10 digits (13 in all); this has 12.",
  },
  {
    labels: ["Form I-94 Arrival-Departure Record Number (if any)", "I-94 Number", "Most recent I-94 admission number", "Número de I-94"],
    name: "i94", wrong: "7654321098", says: "An I-94 number has 11 letters and digits; this has 10.",
  },
  {
    labels: ["Student and Exchange Visitor Information System (SEVIS) Number (if any)", "SEVIS ID", "SEVIS number", "Número SEVIS"],
    name: "sevis", wrong: "N54321", says: "A SEVIS ID has 10 digits after the N; this has 5.",
  },
  {
    labels: ["Date of Birth (mm/dd/yyyy)", "Date of Birth", "Birth date", "Fecha de nacimiento"],
    name: "dob", wrong: "31/12/1990", says: "US forms want the month first, then the day.",
  },
  {
    labels: ["ZIP Code", "ZIP Code (5 digits)", "Zip", "Código ZIP"],
    name: "zip", wrong: "6270", says: "A ZIP Code has 5 digits; this has 4.",
  },
  {
    labels: ["Applicant's Daytime Telephone Number", "Daytime Telephone Number", "Phone number", "Número de teléfono"],
    name: "phone", wrong: "555-123", says: "A phone number has 10 digits",
  },
  {
    labels: ["Applicant's Email Address (if any)", "Email Address", "E-mail", "Correo electrónico"],
    name: "email", wrong: "maria@example", says: "After the @ there is a name with a dot",
  },
  {
    labels: ["Employer Identification Number (EIN)", "EIN", "Employer's tax ID (FEIN)", "Número de identificación del empleador (EIN)"],
    name: "ein", wrong: "98-765432", says: "An EIN has 9 digits; this has 8.",
  },
];

declare module "*.toml" {
  /** Texts by their sections and names, "popup.title". */
  const texts: Readonly<Record<string, string>>;
  export default texts;
}

/** The catalogue's words come again with every resource. */
const spelt = new Map<string, string>();

/** `logon_account` -> `LogonAccount`: how names of the language are spelt in PowerShell. */
export function pascalCase(name: string): string {
  let known = spelt.get(name);
  if (known === undefined) {
    known = name
      .split("_")
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join("");
    spelt.set(name, known);
  }
  return known;
}

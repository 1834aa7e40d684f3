/** `logon_account` -> `LogonAccount`: how names of the language are spelt in PowerShell. */
export function pascalCase(name: string): string {
  return name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

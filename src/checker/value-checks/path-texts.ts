/** What is meant as an address, not as a path. */
export function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** A pattern of file names, as Explorer has it, as a regular expression. */
export function patternOf(wildcard: string): string {
  return wildcard
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
}

/** A pattern of file names, as Explorer has it, as a regular expression. */
export function patternOf(wildcard: string): string {
  return wildcard
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
}

/** A name for a remedy, made of a title or a file's name: letters of other alphabets that have no plain form are left out. */
export function toRemedyName(text: string): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const name = words
    .join("_")
    .replace(/^[^a-z]+/, "")
    .slice(0, LONGEST_NAME)
    .replace(/_+$/, "");
  return name === "" ? "remedy_1" : name;
}

/** Names stand in paths on devices, which are to be short. */
const LONGEST_NAME = 40;

/** The name of the file in which a remedy is written. */
export function toFileName(remedy: string): string {
  return `${remedy.toLowerCase().replaceAll("_", "-")}.remedy`;
}

/** What a remedy's name is made of (grammar/tokens.ts, Word). */
export function isRemedyName(text: string): boolean {
  return /^[A-Za-z]\w{0,99}$/.test(text);
}

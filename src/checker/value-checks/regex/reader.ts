/** What is wrong with a regular expression, and at which character (from 0). */
export interface PatternMistake {
  readonly reason: string;
  readonly position: number;
}

/** Thrown inside the reader only; `findPatternMistake` gives it back as a value. */
export class PatternError extends Error {
  readonly mistake: PatternMistake;
  constructor(reason: string, position: number) {
    super(reason);
    this.mistake = { reason, position };
  }
}

/** Where a walk through a pattern stands. */
export interface PatternReader {
  readonly text: string;
  position: number;
  /** Names and numbers of groups, as far as they have been met; back references are checked at the end. */
  readonly groupNames: Set<string>;
  groupCount: number;
  readonly references: { readonly name: string; readonly position: number }[];
}

/** Reads as many characters as fit; stops at the first that does not. */
export function readWhile(reader: PatternReader, fits: (character: string) => boolean): string {
  const start = reader.position;
  while (reader.position < reader.text.length && fits(reader.text[reader.position] ?? "")) reader.position++;
  return reader.text.slice(start, reader.position);
}

/** What .NET counts as part of a word in names of groups and after a backslash. */
export function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{Mn}\p{Nd}\p{Pc}]/u.test(character);
}

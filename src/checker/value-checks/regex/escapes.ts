import { isWordCharacter, PatternError, readWhile } from "./reader.ts";
import type { PatternReader } from "./reader.ts";

/** What an escape stands for: one character, a class of several, a place between characters, or what a group held. */
export type EscapeKind = "character" | "class" | "anchor" | "reference";

/** Unicode general categories; named blocks begin with "Is". Source: "Character classes in .NET regular expressions", learn.microsoft.com/dotnet/standard/base-types. */
const category = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?|Is[A-Z][A-Za-z0-9-]*)$/;

/** Escapes of other dialects, with what .NET has instead. */
const foreign: Readonly<Record<string, string>> = {
  h: "write [ \\t]",
  R: "write \\r?\\n",
  Q: "escape each character",
  E: "escape each character",
  K: "use a look-behind, (?<=…)",
  X: "it is not in .NET",
  N: "write [^\\n]",
  z: "",
};

/**
 * Reads an escape; the reader stands behind the backslash. Grammar: "Character escapes in .NET", "Anchors", "Backreference constructs",
 * learn.microsoft.com/dotnet/standard/base-types. `inClass`: inside `[…]`, where anchors and references do not exist.
 */
export function readEscape(reader: PatternReader, inClass: boolean): EscapeKind {
  const start = reader.position - 1;
  const character = reader.text[reader.position];
  if (character === undefined) throw new PatternError("it ends with a backslash", start);
  reader.position++;
  if ("dDsSwW".includes(character)) return "class";
  if (character === "p" || character === "P") return readCategory(reader, start);
  if (inClass && character === "b") return "character";
  if (!inClass && "AZzGbB".includes(character)) return "anchor";
  if (!inClass && character === "k") return readNamedReference(reader, start);
  if (!inClass && character >= "1" && character <= "9") return readNumberedReference(reader, start, character);
  if ("aefnrtv0".includes(character) || (inClass && character >= "1" && character <= "7")) return "character";
  if (character === "x") return readHex(reader, start, 2, "x");
  if (character === "u") return readHex(reader, start, 4, "u");
  if (character === "c") return readControl(reader, start);
  if (!isWordCharacter(character)) return "character";
  const instead = Object.hasOwn(foreign, character) && foreign[character] !== "" ? `; ${foreign[character]}` : "";
  throw new PatternError(`'\\${character}' is no escape of .NET${inClass ? " in […]" : ""}${instead}`, start);
}

function readCategory(reader: PatternReader, start: number): EscapeKind {
  const match = /^\{([^}]*)\}/.exec(reader.text.slice(reader.position, reader.position + 64));
  if (!match) throw new PatternError("'\\p' needs a category in braces, for example \\p{L}", start);
  if (!category.test(match[1] ?? "")) throw new PatternError(`'${match[1]}' is no Unicode category or block that .NET knows`, start);
  reader.position += match[0].length;
  return "class";
}

function readNamedReference(reader: PatternReader, start: number): EscapeKind {
  const match = /^(?:<([^>]*)>|'([^']*)'|\{([^}]*)\})/.exec(reader.text.slice(reader.position));
  const name = match?.[1] ?? match?.[2];
  if (!match || name === undefined || name === "") throw new PatternError("'\\k' needs the name of a group: \\k<name>", start);
  reader.position += match[0].length;
  reader.references.push({ name, position: start });
  return "reference";
}

function readNumberedReference(reader: PatternReader, start: number, first: string): EscapeKind {
  const digits = first + readWhile(reader, (character) => character >= "0" && character <= "9");
  // One digit is always a reference; more may be an octal code when no such group exists.
  if (digits.length === 1) reader.references.push({ name: digits, position: start });
  return "reference";
}

function readHex(reader: PatternReader, start: number, count: number, letter: string): EscapeKind {
  const digits = reader.text.slice(reader.position, reader.position + count);
  if (digits.length < count || !/^[0-9A-Fa-f]+$/.test(digits))
    throw new PatternError(`'\\${letter}' needs ${count} hexadecimal digits`, start);
  reader.position += count;
  return "character";
}

function readControl(reader: PatternReader, start: number): EscapeKind {
  if (!/[A-Za-z@[\\\]^_]/.test(reader.text[reader.position] ?? ""))
    throw new PatternError("'\\c' needs the letter of a control character", start);
  reader.position++;
  return "character";
}

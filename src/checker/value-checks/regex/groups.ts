import { isWordCharacter, PatternError, readWhile } from "./reader.ts";
import type { PatternReader } from "./reader.ts";

/** What an opening parenthesis begins. `options`: `(?i)`, which is closed already. */
export type GroupStart = "group" | "comment" | "options" | "condition";

/**
 * Reads what follows `(`; the reader stands behind it. Source: "Grouping constructs in regular expressions",
 * learn.microsoft.com/dotnet/standard/base-types/grouping-constructs-in-regular-expressions.
 */
export function readGroupStart(reader: PatternReader): GroupStart {
  const start = reader.position - 1;
  if (reader.text[reader.position] !== "?") {
    reader.groupCount++;
    return "group";
  }
  reader.position++;
  const character = reader.text[reader.position] ?? "";
  if (character !== "" && ":=!>".includes(character)) {
    reader.position++;
    return "group";
  }
  if (character === "#") return readComment(reader, start);
  if (character === "(") return "condition";
  if (character === "<" && "=!".includes(reader.text[reader.position + 1] ?? "x")) {
    reader.position += 2;
    return "group";
  }
  if (character === "<" || character === "'") return readName(reader, start, character === "<" ? ">" : "'");
  if (character === "P") throw new PatternError("'(?P<' is no group of .NET; write (?<name>…)", start);
  return readOptions(reader, start);
}

function readComment(reader: PatternReader, start: number): GroupStart {
  const end = reader.text.indexOf(")", reader.position);
  if (end < 0) throw new PatternError("this comment is not closed", start);
  reader.position = end + 1;
  return "comment";
}

/** `(?<name>…)`, and the balancing forms `(?<name-other>…)` and `(?<-other>…)`. */
function readName(reader: PatternReader, start: number, close: string): GroupStart {
  reader.position++;
  const name = readWhile(reader, isWordCharacter);
  if (reader.text[reader.position] === "-") {
    reader.position++;
    const at = reader.position;
    const other = readWhile(reader, isWordCharacter);
    if (other === "") throw new PatternError("behind '-' comes the name of the group that is balanced", at);
    reader.references.push({ name: other, position: at });
  } else if (name === "") {
    throw new PatternError("a group's name begins with a letter, a digit or '_'", start);
  }
  if (name !== "" && !/^(?:\d+|\D.*)$/su.test(name))
    throw new PatternError(`'${name}' is no name of a group; it may not begin with a digit`, start);
  if (reader.text[reader.position] !== close) throw new PatternError(`the name of a group ends with '${close}'`, start);
  reader.position++;
  if (name !== "") reader.groupNames.add(name);
  return "group";
}

/** `(?i)` and `(?i-m:…)`. */
function readOptions(reader: PatternReader, start: number): GroupStart {
  const match = /^[imnsxIMNSX]*(?:-[imnsxIMNSX]*)?([:)])/.exec(reader.text.slice(reader.position, reader.position + 24));
  if (!match) throw new PatternError(`'(?${reader.text[reader.position] ?? ""}' begins no group of .NET`, start);
  reader.position += match[0].length;
  return match[1] === ")" ? "options" : "group";
}

import type { Script } from "./ast.ts";
import { Unreadable } from "./reader.ts";
import type { Reader } from "./reader.ts";
import { parseBlockContent } from "./statements.ts";

/**
 * Reads a PowerShell script as 5.1 does, and what is new in 7, which it tells. Nothing of it is run. A statement that is none is an error with its place,
 * and the rest is read on. Sources: "PowerShell language specification 3.0", appendix B; about_Parsing; about_Operator_Precedence.
 */
export function parseScript(text: string): Script {
  const reader: Reader = { text, at: 0, depth: 0, errors: [], newer: [] };
  // A signature is a comment, and long.
  try {
    const { params, body } = parseBlockContent(reader, undefined, 0);
    if (reader.at < text.length && reader.errors.length === 0)
      reader.errors.push({ message: "this is not expected here", start: reader.at, end: reader.at + 1 });
    return { text, params, body, errors: reader.errors, newer: reader.newer };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return {
      text,
      params: [],
      body: [],
      errors: [...reader.errors, { message: error.message, start: error.at, end: error.at + 1 }],
      newer: reader.newer,
    };
  }
}

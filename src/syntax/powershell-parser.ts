import { SyntaxFailure } from "./powershell/reader.ts";
import type { PsReader } from "./powershell/reader.ts";
import { parseBody } from "./powershell/statements.ts";

/**
 * The grammar of Windows PowerShell 5.1, as far as it decides whether a text parses: statements, pipelines, commands with their arguments, expressions,
 * strings with what is put into them, comments. Nothing is kept of the text but where its strings lie. What a block of a script must not hold is no part
 * of it: `using`, classes, the stop-parsing token, `#requires`. Source: "PowerShell language specification 3.0", appendix B, and about_Parsing.
 */
export interface PsParse {
  /** What is wrong first, undefined when the text parses. */
  readonly error: { readonly offset: number; readonly message: string } | undefined;
  /** The strings of the text, in order: white space counts in them. */
  readonly strings: readonly { readonly start: number; readonly end: number }[];
}

/** Parses the content of a script block. */
export function parsePowerShell(text: string): PsParse {
  const state: PsReader = { text, at: 0, depth: 0, quoted: 0, strings: [] };
  try {
    const odd = /\r(?!\n)/.exec(text);
    if (odd) throw new SyntaxFailure(odd.index, "a carriage return stands alone; end the line with a line feed");
    parseBody(state, undefined, 0);
    return { error: undefined, strings: state.strings };
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    return { error: { offset: error.offset, message: error.message }, strings: state.strings };
  }
}

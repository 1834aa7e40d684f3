import { DECLARATION_WORDS, REMEDY_WORDS, STATEMENT_WORDS } from "../language-server/language-words.ts";

/** A snippet as VS Code reads them. */
export interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

/** The constructs of the language with places to fill, for an editor without the language server: the same as completion offers. */
export function createSnippets(): { readonly [name: string]: Snippet } {
  const all = { ...STATEMENT_WORDS, ...REMEDY_WORDS, ...DECLARATION_WORDS };
  return Object.fromEntries(
    Object.entries(all).flatMap(([prefix, { snippet, documentation }]) =>
      snippet === undefined ? [] : [[prefix, { prefix, body: snippet.split("\n"), description: documentation }] as const],
    ),
  );
}

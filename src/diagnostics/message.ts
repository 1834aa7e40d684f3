/** A message with named holes; the names are part of its type, so a missing or a misspelt argument is a compile error. */
export interface ParamMessage<P extends string> {
  (args: { readonly [K in P]: string | number }): string;
  readonly parameters: readonly P[];
}

/** Tag for catalog texts: paramMessage`Unknown ${"kind"} '${"name"}'.` */
export function paramMessage<const P extends readonly string[]>(strings: TemplateStringsArray, ...parameters: P): ParamMessage<P[number]> {
  const format = (args: { readonly [K in P[number]]: string | number }): string =>
    strings.reduce((text, part, i) => {
      const name = parameters[i - 1] as P[number];
      return text + showControls(String(args[name])) + part;
    });
  return Object.assign(format, { parameters });
}

const escapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A text of a user with its control characters as a source has them: a message is one line, and nobody sees a tab. */
function showControls(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (character) => escapes[character] ?? `\\u{${character.charCodeAt(0).toString(16)}}`);
}

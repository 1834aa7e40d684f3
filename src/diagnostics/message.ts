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
      return text + String(args[name]) + part;
    });
  return Object.assign(format, { parameters });
}

import type { Readable, Writable } from "node:stream";
import { showText } from "../../diagnostics/show-text.ts";

/** The person has given up (Ctrl-C, Escape, the end of the input). */
export class Interrupted extends Error {}

/** Something to choose: its word, and what it means. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Asks a person at a terminal. Each rejects with `Interrupted` where that one gives up. */
export interface Asker {
  /** A line of text; undefined where it may be left open and is. */
  text(
    message: string,
    options: { readonly example: string; readonly initial: string | undefined; readonly isOptional: boolean },
  ): Promise<string | undefined>;
  choose(message: string, choices: readonly Choice[], initial: string | undefined): Promise<string>;
  several(message: string, choices: readonly Choice[], initial: readonly string[]): Promise<readonly string[]>;
  /** Says why an answer cannot stand. */
  complain(message: string): void;
}

/** Questions on a terminal, apart from the results on standard output. Their library is loaded here alone. */
export async function createAsker(input: Readable, output: Writable): Promise<Asker> {
  const prompts = await import("@clack/prompts");
  const giveUp = new AbortController();
  const streams = { input, output, signal: giveUp.signal };
  // Where the input ends, or Ctrl-D says so, the library would wait for ever, and Node.js end with 0.
  const end = (): void => giveUp.abort();
  const listen = (_: unknown, key: { readonly ctrl?: boolean; readonly name?: string } | undefined): void => {
    if (key?.ctrl === true && key.name === "d") end();
  };
  const until = async <T>(question: Promise<T>): Promise<Exclude<T, symbol>> => {
    input.once("end", end).once("close", end).on("keypress", listen);
    try {
      const answer = await question;
      if (prompts.isCancel(answer)) throw new Interrupted();
      return answer as Exclude<T, symbol>;
    } finally {
      input.off("end", end).off("close", end).off("keypress", listen);
    }
  };
  const list = (choices: readonly Choice[]) => choices.map(({ value, label }) => ({ value, label: showText(label) }));
  return {
    async text(message, { example, initial, isOptional }) {
      const answer = await until(
        prompts.text({
          ...streams,
          message: showText(message),
          placeholder: showText(isOptional ? `nothing, or for example ${example}` : `for example ${example}`),
          ...(initial === undefined ? {} : { initialValue: initial }),
          validate: (text) => (!isOptional && (text ?? "") === "" ? "An answer is needed." : undefined),
        }),
      );
      return answer === "" ? undefined : answer;
    },
    choose: (message, choices, initial) =>
      until(
        prompts.select({
          ...streams,
          message: showText(message),
          options: list(choices),
          ...(initial === undefined ? {} : { initialValue: initial }),
        }),
      ),
    several: (message, choices, initial) =>
      until(
        prompts.multiselect({
          ...streams,
          message: showText(message),
          options: list(choices),
          initialValues: [...initial],
          required: true,
        }),
      ),
    complain: (message) => prompts.log.error(showText(message), { output }),
  };
}

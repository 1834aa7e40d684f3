import { printValue } from "../checker/print-value.ts";
import type { Value } from "../checker/value.ts";
import { parseGivenValue } from "../parameters/parse-value.ts";
import type { CatalogType } from "../resources/catalog/model.ts";
import type { AnswerOption } from "./answer-options.ts";

/** Answers by option, as they were given: texts that are read by the question's type. */
export type GivenAnswers = { readonly [option in AnswerOption]?: string | undefined };

/** What a person is asked, and the option that answers it where nobody can be asked. */
export interface Question {
  readonly option: AnswerOption;
  readonly asks: string;
  readonly type: CatalogType | ((given: GivenAnswers) => CatalogType);
  /** Shown as an example, and stands for the answer while earlier ones are judged: a text that any remedy of this sort could have. */
  readonly example: string;
  /** What holds where nothing is said. */
  readonly fallback?: string | ((given: GivenAnswers) => string);
  /** It may be left open. */
  readonly isOptional?: true;
}

/** Values by option; one that was left open is missing. */
export type Answers = ReadonlyMap<AnswerOption, Value>;

/** A type whose values are a few words. */
export function oneOf(...words: readonly string[]): CatalogType {
  return { kind: "enum", members: words.map((name) => ({ name, documentation: "", ensurable: true })) };
}

export function typeOf({ type }: Question, given: GivenAnswers): CatalogType {
  return typeof type === "function" ? type(given) : type;
}

export function fallbackOf({ fallback }: Question, given: GivenAnswers): string | undefined {
  return typeof fallback === "function" ? fallback(given) : fallback;
}

/** Reads an answer by its question's type, as a build reads `--set`. */
export function readAnswer(question: Question, given: GivenAnswers, text: string): ReturnType<typeof parseGivenValue> {
  return parseGivenValue(text, typeOf(question, given), false);
}

/** A text as it stands in a remedy: no answer becomes anything but a text. */
export function quote(value: string): string {
  return printValue({ kind: "string", value });
}

/** An answer as it stands in a remedy. @throws Error for one that was left open: who writes it has asked whether it is there. */
export function print(answers: Answers, option: AnswerOption): string {
  const value = answers.get(option);
  if (!value) throw new Error(`there is no answer to --${option}`);
  return printValue(value);
}

/** An answer as text, for titles; nothing where it was left open. */
export function tell(answers: Answers, option: AnswerOption): string {
  const value = answers.get(option);
  if (!value) return "";
  return value.kind === "string" || value.kind === "path" ? value.value : value.kind === "account" ? value.name : printValue(value);
}

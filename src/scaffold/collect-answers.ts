import type { Compiler } from "../compiler/compile.ts";
import type { AnswerOption } from "./answer-options.ts";
import { judgeAnswer, readAnswers } from "./judge.ts";
import { fallbackOf } from "./questions.ts";
import type { Answers, GivenAnswers, Question } from "./questions.ts";
import type { Wish } from "./wish.ts";

/** How a person is asked; undefined is an answer that was left open. */
export interface AskQuestion {
  ask(question: Question, given: GivenAnswers, initial: string | undefined): Promise<string | undefined>;
  complain(message: string): void;
}

/** All answers; or what is missing; or the first one that cannot stand. */
export type CollectedAnswers =
  | { readonly kind: "answers"; readonly value: Answers }
  | { readonly kind: "missing"; readonly questions: readonly Question[] }
  | { readonly kind: "wrong"; readonly option: AnswerOption; readonly text: string | undefined; readonly reason: string };

/**
 * Answers every question: by what was given, else by the person, else by what holds where nothing is said. Each is judged by the compiler before the next one; a person
 * is asked again, an option that cannot stand ends it.
 */
export async function collectAnswers(
  wish: Wish,
  given: GivenAnswers,
  person: AskQuestion | undefined,
  compiler: Compiler,
): Promise<CollectedAnswers> {
  const accepted: { [option in AnswerOption]?: string | undefined } = {};
  const missing: Question[] = [];
  for (const [i, question] of wish.questions.entries()) {
    const { option } = question;
    let text = given[option];
    for (;;) {
      const initial = fallbackOf(question, { ...given, ...accepted });
      if (text === undefined) text = person ? await person.ask(question, accepted, initial) : initial;
      if (text === undefined && question.isOptional !== true) {
        missing.push(question);
        break;
      }
      accepted[option] = text;
      // What comes after a gap is judged with the gap's example.
      const reason = await judgeAnswer(question, { wish, given: fillGaps(accepted, missing), answered: i + 1 }, compiler);
      if (reason === undefined) break;
      if (!person) return { kind: "wrong", option, text, reason };
      person.complain(reason);
      text = undefined;
    }
  }
  if (missing.length > 0) return { kind: "missing", questions: missing };
  const value = readAnswers({ wish, given: accepted, answered: wish.questions.length });
  if (!value) throw new Error("an answer that was judged cannot be read");
  return { kind: "answers", value };
}

function fillGaps(accepted: GivenAnswers, missing: readonly Question[]): GivenAnswers {
  return { ...Object.fromEntries(missing.map(({ option, example }) => [option, example])), ...accepted };
}

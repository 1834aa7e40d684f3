import type { AskQuestion } from "../../scaffold/collect-answers.ts";
import { typeOf } from "../../scaffold/questions.ts";
import type { Asker } from "./ask.ts";

/** Asks by the sort of answer: words to choose from, or a line of text. */
export function createAskQuestion(asker: Asker): AskQuestion {
  return {
    ask(question, given, initial) {
      const type = typeOf(question, given);
      const words = type.kind === "enum" ? type.members.map(({ name }) => name) : type.kind === "bool" ? ["true", "false"] : undefined;
      if (words)
        return asker.choose(
          question.asks,
          words.map((value) => ({ value, label: value })),
          initial,
        );
      return asker.text(question.asks, { example: question.example, initial, isOptional: question.isOptional === true });
    },
    complain: (message) => asker.complain(message),
  };
}

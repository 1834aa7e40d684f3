import { createDiagnostic } from "../../diagnostics/catalog.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Scenario } from "../../syntax/scenarios.ts";
import type { Rule } from "../rule.ts";
import { widen } from "../switches.ts";

const titleOf = ({ title }: Scenario): string => getSpanText(title.span).slice(1, -1);

/** Two scenarios of a remedy with the same steps, letter by letter: white space within a step counts, that between steps does not. */
export const rule: Rule = {
  name: "duplicate-scenario",
  code: "RMD6032",
  isFixSafe: true,
  createVisitor: ({ report }) => {
    const seen = new Map<string, Scenario>();
    return {
      scenario: (scenario) => {
        if (scenario.steps.length === 0) return;
        const key = JSON.stringify([scenario.remedy.text, ...scenario.steps.map(({ span }) => getSpanText(span))]);
        const first = seen.get(key);
        if (!first) return void seen.set(key, scenario);
        const related = [{ message: "the other one", span: first.title.span }];
        const suggestion = { title: "Remove it.", edits: [{ span: widen(scenario.span), text: "" }] };
        const details = isBare(scenario) ? { related, suggestion } : { related };
        report(createDiagnostic("RMD6032", scenario.title.span, { title: titleOf(scenario), other: titleOf(first) }, details));
      },
    };
  },
};

/** Whether nothing but the scenario goes with its lines: no comment within it, or right above. */
function isBare({ span, documentation }: Scenario): boolean {
  const before = span.file.text.slice(0, span.start);
  return documentation === undefined && !getSpanText(span).includes("//") && !/\/\/[^\r\n]*(?:\r\n|\n|\r)[ \t]*$/.test(before);
}

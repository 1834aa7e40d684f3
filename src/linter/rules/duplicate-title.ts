import { createDiagnostic } from "../../diagnostics/catalog.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Scenario } from "../../syntax/scenarios.ts";
import type { Rule } from "../rule.ts";

/** Two scenarios of a remedy with one title: a report of tests shows one of them, or neither can be told from the other. */
export const rule: Rule = {
  name: "duplicate-title",
  code: "RMD6044",
  createVisitor: ({ report }) => {
    const seen = new Map<string, Scenario>();
    return {
      scenario: (scenario) => {
        const title = getSpanText(scenario.title.span);
        const key = JSON.stringify([scenario.remedy.text, title]);
        const first = seen.get(key);
        if (!first) return void seen.set(key, scenario);
        const related = [{ message: "the other one", span: first.title.span }];
        report(createDiagnostic("RMD6044", scenario.title.span, { title: title.slice(1, -1), remedy: scenario.remedy.text }, { related }));
      },
    };
  },
};

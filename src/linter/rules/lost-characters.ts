import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Plan, PlanExpression } from "../../plan/plan.ts";
import type { Span } from "../../source/source-file.ts";
import type { Rule } from "../rule.ts";
import { knownText } from "../texts.ts";

/** A message with characters beyond ASCII: the line of a run shows each as `?` (docs/log-format.md). */
export const rule: Rule = {
  name: "lost-characters",
  code: "RMD6040",
  createPlanVisitor: ({ report }) => {
    const look = (message: PlanExpression, span: Span, plan: Plan): void => {
      const lost = [...new Set((knownText(message, plan) ?? "").replace(/\s/g, "").match(/[^ -~]/gu) ?? [])];
      if (lost.length > 0) report(createDiagnostic("RMD6040", span, { characters: lost.slice(0, 5).join(" ") }));
    };
    return {
      require: ({ message, origin }, plan) => look(message, origin.span, plan),
      warn: ({ message, origin }, plan) => look(message, origin.span, plan),
      check: ({ title, origin }, plan) => look(title, origin.span, plan),
    };
  },
};

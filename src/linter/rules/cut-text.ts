import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Plan, PlanExpression } from "../../plan/plan.ts";
import type { Span } from "../../source/source-file.ts";
import type { Rule } from "../rule.ts";
import { knownText } from "../texts.ts";

/** What a script keeps of the reason of one item (`ConvertTo-Line`), so that the line of 2,048 characters that Intune shows has room for several. */
const LONGEST_REASON = 600;

/** A message that is longer than what a script tells of one item. */
export const rule: Rule = {
  name: "cut-text",
  code: "RMD6039",
  createPlanVisitor: ({ report }) => {
    const look = (message: PlanExpression, span: Span, plan: Plan): void => {
      const length = (knownText(message, plan) ?? "").trim().replace(/\s+/g, " ").length;
      if (length > LONGEST_REASON) report(createDiagnostic("RMD6039", span, { length, limit: LONGEST_REASON }));
    };
    return {
      require: ({ message, origin }, plan) => look(message, origin.span, plan),
      warn: ({ message, origin }, plan) => look(message, origin.span, plan),
      check: ({ title, origin }, plan) => look(title, origin.span, plan),
    };
  },
};

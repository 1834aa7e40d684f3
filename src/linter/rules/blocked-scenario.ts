import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Rule } from "../rule.ts";

/**
 * A remedy that has scenarios, and none for where it can do nothing. One without any scenario is told nothing: `remedyc test` counts those. Nor is one
 * beside which another remedy's scenarios show it: remedies of one file share what they ensure, and so its reasons.
 */
export const rule: Rule = {
  name: "blocked-scenario",
  code: "RMD6031",
  createVisitor: ({ program, report }) => ({
    remedy: (remedy) => {
      const scenarios = [...program.tried.keys()];
      const isTried = [...program.tried.values()].includes(remedy);
      const isBlocked = scenarios.some(({ steps }) =>
        steps.some((step) => step.kind === "expect-outcome" && step.outcome.text === "blocked"),
      );
      if (isTried && !isBlocked) report(createDiagnostic("RMD6031", remedy.name.span, { remedy: remedy.name.text }));
    },
  }),
};

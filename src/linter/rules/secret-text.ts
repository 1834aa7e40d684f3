import { createDiagnostic } from "../../diagnostics/catalog.ts";
import { findSecret } from "../../source/secret-texts.ts";
import type { Rule } from "../rule.ts";

/** A text that holds a password, key or token. The message does not repeat it. What a scenario says is looked at as well: it lies in the repository. */
export const rule: Rule = {
  name: "secret-text",
  code: "RMD6041",
  createVisitor: ({ report }) => ({
    "text-part": ({ value, span }, { parent }) => {
      const what = findSecret(value);
      if (what !== undefined) report(createDiagnostic("RMD6041", parent?.span ?? span, { what }));
    },
  }),
};

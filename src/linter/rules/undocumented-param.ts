import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Rule } from "../rule.ts";

/** A parameter without a `///`: it is the help of the script, and all that who builds the remedy for another fleet has. */
export const rule: Rule = {
  name: "undocumented-param",
  code: "RMD6043",
  createVisitor: ({ report }) => ({
    param: ({ documentation, formal }) => {
      if ((documentation ?? "").trim() === "") report(createDiagnostic("RMD6043", formal.name.span, { name: formal.name.text }));
    },
  }),
};

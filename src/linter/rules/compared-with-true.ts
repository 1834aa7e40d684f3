import { createDiagnostic } from "../../diagnostics/catalog.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Rule } from "../rule.ts";

/** `x == true` for what is true or false already. Where it may be none the comparison says something, and stays. */
export const rule: Rule = {
  name: "compared-with-true",
  code: "RMD6045",
  isFixSafe: true,
  createVisitor: ({ program, report }) => ({
    binary: ({ operator, left, right, span }) => {
      if ((operator !== "==" && operator !== "!=") || right.kind !== "boolean" || program.types.get(left)?.kind !== "bool") return;
      const text = getSpanText(left.span);
      const isSimple = ["name-expression", "member", "call", "parenthesized"].includes(left.kind);
      const plain = isSimple ? text : `(${text})`;
      const better = (operator === "==") === right.value ? plain : `not ${plain}`;
      const suggestion = { title: `Write '${better}'.`, edits: [{ span, text: better }] };
      report(createDiagnostic("RMD6045", span, { text: getSpanText(span), better }, { suggestion }));
    },
  }),
};

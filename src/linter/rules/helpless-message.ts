import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Rule } from "../rule.ts";

/** Words that tell nobody what is wrong or what to do. */
const EMPTY =
  /\b(?:a|an|the|this|that|is|are|was|were|has|have|not|no|does|did|do|can|cannot|could|be|must|and|or|it|step|script|remedy|error|errors|fail|fails|failed|failure|invalid|wrong|bad|ok|okay|met|supported|unsupported|allowed|possible|available|applicable|precondition|prerequisite|requirement|condition|check|state|status|problem|issue|something|went|unknown|unexpected|blocked|abort|aborted|aborting|exit|exiting|stop|stopped|continue|skip|skipped|sorry|please|try|again|later|here|now|machine|device|computer|system)s?\b/gi;

/** A `require` whose message is made of such words alone: who reads it in the console learns neither what is wrong nor what to do. */
export const rule: Rule = {
  name: "helpless-message",
  code: "RMD6036",
  createVisitor: ({ report }) => ({
    require: ({ message }) => {
      if (message.parts.some(({ kind }) => kind === "interpolation")) return;
      const text = message.parts.map((part) => (part.kind === "text-part" ? part.value : "")).join("");
      if (!/[\p{L}\p{N}]/u.test(text.replace(EMPTY, ""))) report(createDiagnostic("RMD6036", message.span, { text }));
    },
  }),
};

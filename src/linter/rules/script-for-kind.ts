import { createDiagnostic } from "../../diagnostics/catalog.ts";
import { follow } from "../../importer/pair.ts";
import { printSubject } from "../../importer/print-remedy.ts";
import { parseScript } from "../../importer/syntax/parse.ts";
import { literalText } from "../texts.ts";
import type { Rule } from "../rule.ts";

/** A `script` whose fix does what kinds say, by what `remedyc import` understands: every statement of it, and nothing else. */
export const rule: Rule = {
  name: "script-for-kind",
  code: "RMD6038",
  createVisitor: ({ program, report }) => ({
    state: ({ resource, entries }, { scenario }) => {
      const resolved = resource.kind === "call" ? program.resolutions.get(resource) : undefined;
      if (scenario || resolved?.kind !== "resource" || resolved.resourceKind.name !== "script") return;
      const fix = entries.find(({ name }) => name.text === "fix");
      const text = fix && literalText(fix.value);
      const script = text === undefined ? undefined : parseScript(text);
      if (!script || script.errors.length > 0) return;
      const { acts, leftovers } = follow(script);
      const states = acts.filter(({ isAid }) => isAid !== true);
      const isKnown = states.every(({ subject, state }) => state !== "verb" && !JSON.stringify(subject.names).includes("\ue000"));
      if (states.length === 0 || leftovers.length > 0 || !isKnown) return;
      const subjects = [...new Set(states.map(({ subject }) => printSubject(subject)))];
      const what = subjects.length === 1 ? `'${subjects[0] ?? ""}'` : `'${subjects[0] ?? ""}' and ${subjects.length - 1} more`;
      report(createDiagnostic("RMD6038", resource.span, { what }));
    },
  }),
};

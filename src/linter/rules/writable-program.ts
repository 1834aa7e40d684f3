import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Plan, PlanEnsure, PlanProperty } from "../../plan/plan.ts";
import type { Rule } from "../rule.ts";
import { knownText, knownTexts } from "../texts.ts";
import { findWritableArgument, findWritableFolder } from "../writable-folders.ts";

/** What is run or installed as SYSTEM from a folder in which everyone may make files: programs, installers, and scripts that an interpreter is given. */
export const rule: Rule = {
  name: "writable-program",
  code: "RMD6033",
  createPlanVisitor: ({ program, report }) => {
    const tell = (folder: string | undefined, { origin }: PlanProperty): void => {
      if (folder !== undefined) report(createDiagnostic("RMD6033", origin.span, { folder }));
    };
    const look = (property: PlanProperty, plan: Plan): void => {
      if (property.name === "arguments")
        for (const text of knownTexts(property.value, plan, "?")) tell(findWritableFolder(findWritableArgument(text) ?? ""), property);
      else if (!property.address) tell(findWritableFolder(knownText(property.value, plan, "?") ?? ""), property);
    };
    /** Whether its source runs: that of a kind which knows it by its signer. */
    const runsSource = ({ resource }: PlanEnsure): boolean =>
      program.catalog.kinds[resource.resourceKind]?.properties.some(({ name }) => name === "signed_by") === true;
    return {
      ensure: (ensure, plan) => {
        if (plan.remedy.context === "user") return;
        const names =
          ensure.resource.resourceKind === "scheduled_task" ? ["program", "arguments"] : runsSource(ensure) ? ["source", "arguments"] : [];
        for (const property of [...ensure.states, ...ensure.means]) if (names.includes(property.name)) look(property, plan);
      },
      verb: ({ resource, options }, plan) => {
        if (plan.remedy.context === "user" || resource.kind !== "named" || resource.resourceKind !== "program") return;
        for (const property of [...resource.keys, ...options]) if (["path", "arguments"].includes(property.name)) look(property, plan);
      },
    };
  },
};

import type { PlanEnsure, PlanProperty } from "../../plan/plan.ts";
import type { PsCommand } from "../../powershell/ast.ts";
import { psBlock, psLiteral, psNamed, psPositional, psStatement } from "../../powershell/ast.ts";
import { call, noteUse, text } from "../../powershell/lower/context.ts";
import type { LowerContext } from "../../powershell/lower/context.ts";
import { lowerAs } from "../../powershell/lower/expressions.ts";
import type { KindCalls, KindLowering } from "../../powershell/lower/kind-lowering.ts";
import { lowerKindCalls, lowerResourceArguments } from "../../powershell/lower/resources.ts";
import { booleanLiteral } from "../../powershell/literals.ts";
import { toPascalCase } from "../catalog/names.ts";

export const lowering: KindLowering = { ensure: lowerPathStates };

type Sort = "attributes" | "owner" | "rights";

/** States that a file or folder has beside its content, which functions of their own test and repair: its attributes, its owner, its access list. */
export function sortOf({ name }: Pick<PlanProperty, "name">): Sort | undefined {
  if (["read_only", "hidden", "system"].includes(name)) return "attributes";
  if (name === "owner") return "owner";
  return name === "excludes" || name.startsWith("grants_") ? "rights" : undefined;
}

/**
 * What an `ensure` of a file or folder calls that asks for such states; undefined where it asks for none. What the thing is otherwise is tested with them, and repaired, or asked what stands in the
 * way, only where that is what deviates: nobody writes a file anew to hide it.
 */
export function lowerPathStates(ensure: PlanEnsure, context: LowerContext): KindCalls | undefined {
  const states = ensure.states.filter((state) => sortOf(state) !== undefined);
  if (states.length === 0 || ensure.presence === "absent") return undefined;
  const whole = lowerKindCalls({ ...ensure, states: ensure.states.filter((state) => !states.includes(state)) }, context);
  const path = lowerResourceArguments(ensure.resource, context).filter(({ name }) => name === "Path");
  const { resourceKind } = ensure.resource;
  const isFolder = resourceKind === "directory";
  const calls: { tests: PsCommand[]; fixes: PsCommand[]; blockers: PsCommand[] } = { tests: [...whole.tests], fixes: [], blockers: [] };
  for (const state of states) {
    const { name } = state;
    noteUse(context, resourceKind, name);
    noteUse(context, resourceKind, `ensured_${name}`);
    const value = lowerAs(state.value, state.type, context);
    const [part, args] =
      name === "owner"
        ? ["Owner", [psNamed("Owner", value)]]
        : name === "excludes"
          ? ["Excludes", [psNamed("Accounts", value)]]
          : name.startsWith("grants_")
            ? ["Grant", [psNamed("Right", text(name.slice("grants_".length))), psNamed("Accounts", value)]]
            : ["Attribute", [psNamed("Attribute", text(toPascalCase(name))), psNamed("Wanted", value)]];
    calls.tests.push(call(context, `Test-Path${part}`, ...path, ...args));
    if (!context.repairs) continue;
    calls.fixes.push(call(context, `Repair-Path${part}`, ...path, ...args));
    if (part === "Grant") calls.blockers.push(call(context, "Find-PathGrantBlocker", ...path, ...args));
    if (part === "Excludes") calls.blockers.push(call(context, "Find-PathExcludesBlocker", ...args));
  }
  if (!context.repairs) return calls;
  const sorts = new Set(states.flatMap((state) => sortOf(state) ?? []));
  const asked = [...sorts].map((sort) => call(context, "Find-PathChangeBlocker", ...path, psNamed("What", text(sort))));
  if (isFolder && sorts.has("rights")) asked.unshift(call(context, "Find-FolderAccessBlocker", ...path));
  else if (isFolder && sorts.has("owner")) asked.unshift(call(context, "Find-FolderRefusal", ...path));
  const isMade =
    isFolder || [...ensure.states, ...ensure.means].some(({ name }) => name === "content" || name === "source" || name === "url");
  const cleared = states.some(({ name }) => name === "read_only")
    ? [
        call(
          context,
          "Repair-PathAttribute",
          ...path,
          psNamed("Attribute", text("ReadOnly")),
          psNamed("Wanted", psLiteral(booleanLiteral(false))),
        ),
      ]
    : [];
  const whereOther = (...then: PsCommand[]): PsCommand =>
    call(
      context,
      "Use-Deviation",
      psPositional(psBlock(...whole.tests.map((test) => psStatement(test)))),
      psPositional(psBlock(...then.map((one) => psStatement(one)))),
    );
  if (isMade) calls.fixes.unshift(whereOther(...cleared, ...whole.fixes));
  return { ...calls, blockers: [whereOther(...whole.blockers), ...asked, ...calls.blockers] };
}

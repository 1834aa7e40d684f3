import { planFile } from "../compiler/compile.ts";
import type { CompiledTarget } from "../compiler/compile.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { lintPlanned, settle } from "../linter/lint-file.ts";
import type { OpenDocument, ProjectSettings, Workspace } from "./workspace.ts";

/** A parameter without a value is the build's matter. */
const NO_VALUE = "RMD7003";

/** Looks at what a short proof refutes. */
export type Glance = (
  plans: readonly CompiledTarget[],
  program: Awaited<ReturnType<typeof planFile>>["program"],
) => Promise<readonly Diagnostic[]>;

/**
 * All that is found in a document beyond names and types: in the plans of its remedies, by the rules of `remedyc lint`, and what a short proof refutes. Takes longer than
 * an analysis, so an editor asks for it when nobody types.
 */
export async function findMore(
  workspace: Workspace,
  document: OpenDocument,
  settings: ProjectSettings,
  glance: Glance,
): Promise<Diagnostic[]> {
  const compiler = workspace.compilerFor(document.project);
  const planned = await planFile(document.path, compiler, { targets: undefined, parameters: [] });
  const own = planned.diagnostics.filter(({ code }) => code !== NO_VALUE);
  if (hasErrors(own)) return own;
  const linted = lintPlanned({ ...planned, diagnostics: own }, settings.rules.active);
  const found = settle([linted], settings.rules).map(settings.regrade);
  return [...own, ...found, ...(await glance(planned.plans, planned.program))];
}

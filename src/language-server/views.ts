import { compileFile } from "../compiler/compile.ts";
import { chooseUsual } from "../compiler/usual-plans.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import { kindModels } from "../generated/kind-models.ts";
import { planToJson } from "../plan/json.ts";
import { groupByRemedy, tellPlan } from "../plan/story.ts";
import { measureScript } from "../powershell/script-size.ts";
import type { ScriptSize } from "../powershell/script-size.ts";
import { findSourceLines } from "../powershell/source-lines.ts";
import type { SourceLine } from "../powershell/source-lines.ts";
import { renderProofText } from "../proof/report/render-text.ts";
import { provePlan } from "../proof/prove.ts";
import { tellProof } from "../proof/report/told.ts";
import type { OpenDocument, Workspace } from "./workspace.ts";

/** A script as a build would write it now. */
export interface ScriptView {
  /** `intune.remediation/print_spooler.detect.ps1` */
  readonly file: string;
  readonly remedy: string;
  readonly target: string;
  readonly role: string;
  readonly text: string;
  readonly lines: readonly SourceLine[];
  readonly size: ScriptSize;
}

/** What a document compiles to; nothing where it has errors, which its findings tell. */
export interface DocumentView {
  readonly version: number;
  readonly scripts: readonly ScriptView[];
  /** The plans of its remedies, as `remedyc explain` tells them. */
  readonly story: string;
  readonly plans: readonly unknown[];
}

/** Compiles a document as it stands, for a view beside its source. */
export async function viewDocument(workspace: Workspace, document: OpenDocument): Promise<DocumentView> {
  const { version } = document;
  const compiler = workspace.compilerFor(document.project);
  const { scripts, plans } = await compileFile(document.path, compiler, { targets: undefined, parameters: [] });
  const all = plans.map(({ plan }) => plan);
  return {
    version,
    scripts: scripts.map(({ file, plan, role, script }) => ({
      file,
      remedy: plan.remedy.name,
      target: plan.target,
      role: role.role,
      text: script.text,
      lines: findSourceLines(script.text),
      size: measureScript(script),
    })),
    story: groupByRemedy(all)
      .map((group) => tellPlan(group, compiler.catalog))
      .join("\n"),
    plans: all.map(planToJson),
  };
}

/** What a proof of the remedies of a document says, as text; empty where it has errors. `budget` counts ways through statements. */
export async function proveDocument(workspace: Workspace, document: OpenDocument, budget: number): Promise<string> {
  const compiler = workspace.compilerFor(document.project);
  const { program, plans, diagnostics } = await compileFile(document.path, compiler, { targets: undefined, parameters: [] });
  if (hasErrors(diagnostics)) return "";
  const told = chooseUsual(plans).map(({ plan }) => {
    const started = performance.now();
    const proof = provePlan(plan, program.catalog, kindModels, { budget, mayBeDisturbed: true });
    return tellProof(proof, performance.now() - started);
  });
  return renderProofText(told);
}

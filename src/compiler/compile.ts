import { loadProgram } from "../binder/load.ts";
import type { LoadUserKinds, ParseSource } from "../binder/loaded-program.ts";
import { checkProgram } from "../checker/check.ts";
import type { CheckedProgram } from "../checker/checked-program.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors, uniqueDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { isStackOverflow, TooDeepError, TooLargeError } from "../diagnostics/limits.ts";
import { getTargetNames } from "../syntax/target-names.ts";
import { lowerRemedy, toRolePlans } from "../plan/lower/remedy.ts";
import type { Plan } from "../plan/plan.ts";
import { emitScript, SIGNATURE_RESERVE } from "../powershell/emit.ts";
import { describeLargestParts } from "../powershell/script-size.ts";
import type { EmittedScript } from "../powershell/emit.ts";
import { parseTemplate } from "../powershell/library.ts";
import type { TemplateFunction, TemplateLibrary } from "../powershell/library.ts";
import { resolveParameters } from "../parameters/resolve.ts";
import type { GivenParameter } from "../parameters/given.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import type { CompilerHost } from "../source/host.ts";
import { createSourceFile } from "../source/source-file.ts";
import type { Span } from "../source/source-file.ts";
import { parsePowerShell } from "../syntax/powershell-parser.ts";
import type { RemedyNode } from "../syntax/file.ts";
import type { Target, TargetName, TargetRole } from "../targets/target.ts";
import { findTarget, targets } from "../targets/targets.ts";

/** What every compilation of a run shares. */
export interface Compiler {
  readonly host: CompilerHost;
  readonly catalog: Catalog;
  readonly library: TemplateLibrary;
  readonly parse: ParseSource;
  readonly loadUserKinds: LoadUserKinds;
  readonly version: string;
}

/** What a build may be told besides its files. */
export interface CompileOptions {
  /** Only these targets, of those that the remedy names; undefined for all. A target that the remedy does not name is built all the same when asked for. */
  readonly targets: readonly TargetName[] | undefined;
  readonly parameters: readonly GivenParameter[];
}

/** One remedy for one target. */
export interface CompiledTarget {
  readonly remedy: RemedyNode;
  readonly target: Target;
  readonly plan: Plan;
}

export interface CheckedFile {
  readonly program: CheckedProgram;
  readonly diagnostics: readonly Diagnostic[];
}

/** A script with the folder and name under which it is written, relative to the output folder. */
export interface OutputScript {
  /** `intune.remediation/print_spooler.detect.ps1` */
  readonly file: string;
  readonly plan: Plan;
  readonly role: TargetRole;
  readonly script: EmittedScript;
}

export interface CompiledFile extends CheckedFile {
  readonly plans: readonly CompiledTarget[];
  readonly scripts: readonly OutputScript[];
}

/** Loads, binds and checks one file. */
export async function checkFile(path: string, compiler: Compiler): Promise<CheckedFile> {
  try {
    const loaded = await loadProgram(path, compiler.host, compiler);
    const checked = checkProgram(loaded.value);
    return { program: checked.value, diagnostics: [...loaded.diagnostics, ...checked.diagnostics] };
  } catch (error) {
    const tooDeep = describeLimit(error, path);
    const empty = await loadProgram(path, { readFile: () => ({ kind: "bytes", bytes: new Uint8Array() }) }, compiler);
    return { program: checkProgram(empty.value).value, diagnostics: [tooDeep] };
  }
}

/** What lies or leads too deep in itself, or becomes too much, is told at its place where that is known; any other error is one of ours, and thrown on. */
function describeLimit(error: unknown, path: string, span?: Span): Diagnostic {
  if (error instanceof TooLargeError) return createDiagnostic("RMD4095", error.span, {});
  if (error instanceof TooDeepError) return createDiagnostic("RMD4094", error.span, { path: error.span.file.path });
  if (!isStackOverflow(error)) throw error;
  return createDiagnostic("RMD4094", span, { path });
}

/** Checks one file and lowers its remedies for their targets. Plans are missing where there are errors. */
export async function planFile(
  path: string,
  compiler: Compiler,
  options: CompileOptions,
): Promise<CheckedFile & { readonly plans: readonly CompiledTarget[] }> {
  const { program, diagnostics: found } = await checkFile(path, compiler);
  const diagnostics = [...found];
  if (hasErrors(found)) return { program, diagnostics, plans: [] };
  const plans: CompiledTarget[] = [];
  for (const remedy of program.remedies) {
    const given = resolveParameters(program, remedy, options.parameters);
    diagnostics.push(...given.diagnostics);
    if (hasErrors(given.diagnostics)) continue;
    for (const target of chooseTargets(remedy, options)) {
      try {
        const lowered = lowerRemedy(program, remedy, target, given.value);
        diagnostics.push(...lowered.diagnostics);
        if (!hasErrors(lowered.diagnostics)) plans.push({ remedy, target, plan: lowered.value });
      } catch (error) {
        diagnostics.push(describeLimit(error, path, remedy.name.span));
      }
    }
  }
  return { program, diagnostics: uniqueDiagnostics(diagnostics), plans };
}

/** The whole way: scripts of every remedy of a file. There are none when anything in it is an error. */
export async function compileFile(path: string, compiler: Compiler, options: CompileOptions): Promise<CompiledFile> {
  const planned = await planFile(path, compiler, options);
  try {
    return emitPlanned(planned, compiler);
  } catch (error) {
    return {
      ...planned,
      diagnostics: [...planned.diagnostics, describeLimit(error, path, planned.program.remedies[0]?.name.span)],
      scripts: [],
    };
  }
}

function emitPlanned(planned: Awaited<ReturnType<typeof planFile>>, compiler: Compiler): CompiledFile {
  const diagnostics = [...planned.diagnostics];
  if (hasErrors(diagnostics)) return { ...planned, diagnostics, scripts: [] };
  const { value: userFunctions, diagnostics: wrong } = parseUserFunctions(planned.program);
  if (hasErrors(wrong)) return { ...planned, diagnostics: uniqueDiagnostics([...diagnostics, ...wrong]), scripts: [] };
  const scripts = planned.plans.flatMap(({ plan, target }) =>
    target.roles.flatMap((role) =>
      toRolePlans(plan, target, role).map((rolePlan, i): OutputScript => {
        const script = emitScript(rolePlan, target, role, {
          catalog: planned.program.catalog,
          library: compiler.library,
          userFunctions,
          compilerVersion: compiler.version,
        });
        return { file: placeOf(target, plan, role, i), plan: rolePlan, role, script };
      }),
    ),
  );
  for (const output of scripts) diagnostics.push(...checkScript(output));
  return { ...planned, diagnostics: uniqueDiagnostics(diagnostics), scripts: hasErrors(diagnostics) ? [] : scripts };
}

/** Where a script is written. Of several requirements each is a script of its own; what a folder carries to devices lies in it, and nothing else. */
function placeOf(target: Target, { remedy }: Plan, { role, fileName }: TargetRole, i: number): string {
  const folder = target.carries === "folder" && role !== "detect" && role !== "requirement" ? `${target.name}/${remedy.name}` : target.name;
  return `${folder}/${remedy.name}.${i === 0 ? fileName : fileName.replace(".", `${i + 1}.`)}`;
}

function chooseTargets(remedy: RemedyNode, options: CompileOptions): Target[] {
  if (options.targets) return options.targets.map((name) => targets[name]);
  return getTargetNames(remedy).flatMap((name) => findTarget(name) ?? []);
}

/** The functions of the user's kinds, each looked at as a script will hold it: what does not parse, or is no ASCII, comes into none. */
function parseUserFunctions(program: CheckedProgram): WithDiagnostics<TemplateFunction[]> {
  const value: TemplateFunction[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [path, text] of program.userScripts) {
    const file = createSourceFile(path, text.replaceAll("\r\n", "\n"), "");
    let end = 0;
    for (const found of parseTemplate("user", "any", text)) {
      value.push(found);
      const start = file.text.indexOf(found.text, end);
      end = start + found.text.length;
      const odd = found.text.search(/[^\x09\x0a\x0d\x20-\x7e]/);
      const problem = odd < 0 ? parsePowerShell(found.text).error : { offset: odd, message: "only ASCII characters may stand in it" };
      if (!problem) continue;
      const at = start + problem.offset;
      diagnostics.push(
        createDiagnostic("RMD4091", { file, start: at, end: at + 1 }, { function: found.name, file: path, reason: problem.message }),
      );
    }
  }
  return { value, diagnostics };
}

function checkScript({ file, plan, role, script }: OutputScript): Diagnostic[] {
  const diagnostics = script.missing.map((name) => createDiagnostic("RMD5008", plan.remedy.origin.span, { script: file, function: name }));
  const limit = role.maximumBytes;
  if (limit === undefined) return diagnostics;
  if (script.text.length > limit - SIGNATURE_RESERVE) {
    diagnostics.push(
      createDiagnostic("RMD5001", plan.remedy.origin.span, {
        script: file,
        size: script.text.length,
        target: plan.target,
        limit: `${limit - SIGNATURE_RESERVE} (14 KB are kept for a signature)`,
        parts: describeLargestParts(script),
      }),
    );
  }
  return diagnostics;
}

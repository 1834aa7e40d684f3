import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { findCarriedFiles } from "../apps/carried-files.ts";
import type { ReadFiles } from "../apps/carried-files.ts";
import { differenceToJson } from "../compare/json.ts";
import { compareFleets } from "../compare/fleet.ts";
import type { FleetDifference, FleetPlan } from "../compare/fleet.ts";
import { writeMarkdown } from "../compare/markdown.ts";
import type { Content } from "../compare/outline.ts";
import { tellDifference } from "../compare/tell.ts";
import { planFile } from "../compiler/compile.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors, uniqueDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { GivenParameter } from "../parameters/given.ts";
import { checkAllUsed } from "../parameters/resolve.ts";
import { parseTemplate } from "../powershell/library.ts";
import type { RemedyNode } from "../syntax/file.ts";
import type { DiffArguments } from "./commands/diff.ts";
import { createCompiler } from "./compiler-session.ts";
import { chooseTargets, openProject, readParameters } from "./project.ts";
import { exitCodeOf, reportFindings, wantsColor } from "./report.ts";

/** The exit code of `--exit-code` where there is a difference: none of those that tell of errors. */
const DIFFERENT = 4;

/** Runs `remedyc diff` in `folder`; gives the exit code. */
export async function runDiff(argv: DiffArguments, folder: string): Promise<number> {
  const old = await planSide(argv, argv.old, argv["old-root"], folder);
  const now = await planSide(argv, argv.new, argv.root, folder);
  // A parameter may be one of the old state alone, or of the new one.
  if (!hasErrors(now.diagnostics)) now.diagnostics.push(...checkAllUsed(now.parameters, [...old.nodes, ...now.nodes]));
  // What was wrong before and is no error is no matter of the change.
  const before = old.diagnostics.filter(({ severity }) => severity === "error");
  const diagnostics = uniqueDiagnostics([...before, ...now.diagnostics]);
  if (before.length > 0 && !hasErrors(now.diagnostics)) diagnostics.push(createDiagnostic("RMD8301", undefined, { path: argv.old }));
  const difference = hasErrors(diagnostics) ? undefined : compareFleets(old.plans, now.plans);
  const format = argv.format === "json" ? "json" : "text";
  await reportFindings(diagnostics, format, { text: "", json: difference ? differenceToJson(difference) : { remedies: [] } });
  if (!difference) return exitCodeOf(diagnostics);
  if (argv.format !== "json") process.stdout.write(write(difference, argv.format));
  return argv["exit-code"] && difference.remedies.length > 0 ? DIFFERENT : 0;
}

function write(difference: FleetDifference, format: "text" | "markdown"): string {
  return format === "markdown" ? writeMarkdown(difference) : tellDifference(difference, wantsColor(process.stdout));
}

/** What is compared, with what was found in it. */
interface Side {
  readonly plans: readonly FleetPlan[];
  readonly nodes: readonly RemedyNode[];
  readonly parameters: readonly GivenParameter[];
  readonly diagnostics: Diagnostic[];
}

/** The plans of a file, or of all files of a folder, which may have none: before the first remedy was written. */
async function planSide(argv: DiffArguments, path: string, root: string | undefined, folder: string): Promise<Side> {
  const full = resolve(folder, path);
  const base = findProjectFolder(full) ?? folder;
  const config = argv.config === undefined ? undefined : resolve(folder, argv.config);
  const opened = await openProject(
    { files: [existsSync(full) ? full : path], format: "text", root: root === undefined ? undefined : resolve(folder, root), config },
    existsSync(full) ? base : folder,
  );
  const project = opened.value;
  const parameters = await readParameters(argv, project, folder);
  const diagnostics: Diagnostic[] = [...opened.diagnostics.filter(({ code }) => code !== "RMD7029"), ...parameters.diagnostics];
  if (hasErrors(diagnostics)) return { plans: [], nodes: [], parameters: [], diagnostics };
  const compiler = await createCompiler(project.root);
  const plans: FleetPlan[] = [];
  const nodes: RemedyNode[] = [];
  const read: ReadFiles = new Map();
  for (const file of project.files) {
    const planned = await planFile(file, compiler, { targets: chooseTargets(argv, project.config), parameters: parameters.value });
    const { program } = planned;
    diagnostics.push(...planned.diagnostics);
    nodes.push(...program.remedies);
    const functions = listFunctions(program.userScripts);
    for (const { plan } of planned.plans) {
      const carried = await findCarriedFiles([plan], dirname(join(project.root, file)), read);
      const files: Content = new Map(
        carried.value.map(({ name, sha256, size }) => [`file ${name}`, { meaning: sha256, text: `${size} bytes, SHA-256 ${sha256}` }]),
      );
      plans.push({ plan, content: new Map([...files, ...functions]), catalog: program.catalog });
    }
  }
  return { plans, nodes, parameters: parameters.value, diagnostics };
}

/** The PowerShell functions of the user's own kinds, which change devices as the built-in ones do. */
function listFunctions(scripts: ReadonlyMap<string, string>): Content {
  const found = [...scripts.values()].flatMap((text) => parseTemplate("user", "any", text.replaceAll("\r\n", "\n")));
  return new Map(found.map(({ name, text }) => [`function ${name}`, { meaning: text, text }]));
}

/** The nearest folder above, or the folder itself, that holds a configuration file or is a working tree of git. */
function findProjectFolder(path: string): string | undefined {
  let folder = existsSync(path) && statSync(path).isDirectory() ? path : dirname(path);
  for (;;) {
    const current = folder;
    if (["remedyc.config.ts", "remedyc.config.js", "remedyc.config.json", ".git"].some((name) => existsSync(join(current, name))))
      return current;
    folder = dirname(current);
    if (folder === current) return undefined;
  }
}

import { lstatSync } from "node:fs";
import { dirname, posix, resolve } from "node:path";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { showText } from "../diagnostics/show-text.ts";
import { PROOF_PAGE_TITLE, renderProofHtml } from "../proof/report/render-html.ts";
import { renderScenarioFile, SCENARIO_FILE_BEGINS } from "../proof/report/scenario-file.ts";
import type { ProvedFile } from "../proof/report/scenario-file.ts";
import type { ToldProof } from "../proof/report/told.ts";
import { readPlainFile } from "../source/plain-file.ts";
import type { ProveArguments } from "./commands/prove.ts";
import { toProjectPath } from "./inputs.ts";
import type { Project } from "./project.ts";
import { replaceFiles } from "./replace-files.ts";

/** A file that `remedyc prove` writes besides what it says. */
interface ProofFile {
  /** As it was named. */
  readonly name: string;
  readonly path: string;
  /** What stands at the beginning of such a file that was written before. */
  readonly mark: string;
  readonly render: (proved: readonly Proved[]) => WrittenFile;
}

interface WrittenFile {
  readonly text: string;
  /** What to say of it, a line each. */
  readonly said: readonly string[];
}

/** A remedy as it was proved. */
export interface Proved extends ProvedFile {
  readonly told: ToldProof;
}

/** Why a file that is asked for is not written: looked at before anything is proved. */
export function checkProofFiles(argv: ProveArguments, { root }: Project, folder: string): readonly Diagnostic[] {
  const { scenarios } = argv;
  const isOutside = scenarios !== undefined && toProjectPath(resolve(folder, scenarios), root) === undefined;
  if (isOutside) return [createDiagnostic("RMD7023", undefined, { path: scenarios, root })];
  return listFiles(argv, root, folder).flatMap((file) =>
    argv.force || isOurs(file) ? [] : [createDiagnostic("RMD8603", undefined, { file: file.name })],
  );
}

function listFiles(argv: ProveArguments, root: string, folder: string): readonly ProofFile[] {
  const { scenarios, html } = argv;
  const files: ProofFile[] = [];
  if (scenarios !== undefined) {
    const path = resolve(folder, scenarios);
    files.push({ name: scenarios, path, mark: SCENARIO_FILE_BEGINS, render: (proved) => renderScenarios(proved, argv, path, root) });
  }
  if (html !== undefined) {
    const render = (proved: readonly Proved[]): WrittenFile => ({ text: renderProofHtml(proved, argv), said: [] });
    files.push({ name: html, path: resolve(folder, html), mark: `<title>${PROOF_PAGE_TITLE}</title>`, render });
  }
  return files;
}

function renderScenarios(proved: readonly Proved[], argv: ProveArguments, path: string, root: string): WrittenFile {
  const from = dirname(toProjectPath(path, root) ?? "");
  const { text, count, omitted } = renderScenarioFile(proved, (to) => importPath(from, to), listParameters(argv));
  const said = omitted.map((line) => `not in ${argv.scenarios ?? ""}: ${line}`);
  return { text, said: [...said, `${count} scenario${count === 1 ? "" : "s"} written to ${argv.scenarios ?? ""}`] };
}

/** So far into a file its mark is looked for. */
const HEAD = 1000;

/** What is not there yet, or was written by this command. */
function isOurs({ path, mark }: ProofFile): boolean {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return true;
  const read = readPlainFile(path, Infinity);
  return "bytes" in read && Buffer.from(read.bytes.subarray(0, HEAD)).toString("latin1").includes(mark);
}

/** Writes what is asked for, all or none, and says what is in it. */
export function writeProofFiles(argv: ProveArguments, proved: readonly Proved[], { root }: Project, folder: string): readonly Diagnostic[] {
  const files = listFiles(argv, root, folder).map(({ name, path, render }) => ({ name, path, ...render(proved) }));
  const failure = replaceFiles(files.map(({ path, text }) => ({ path, bytes: Buffer.from(text) })));
  if (failure) {
    const name = files.find(({ path }) => path === failure.path)?.name ?? failure.path;
    return [createDiagnostic("RMD8216", undefined, { path: name, reason: failure.error })];
  }
  for (const line of files.flatMap(({ said }) => said)) process.stderr.write(`${showText(line)}\n`);
  return [];
}

/** As an import in `folder` writes a path of the project. */
function importPath(folder: string, path: string): string {
  const way = posix.relative(folder, path);
  return way.startsWith("../") ? way : `./${way}`;
}

function listParameters({ set, params }: ProveArguments): readonly string[] {
  return [...(params ?? []).map((file) => `--params ${file}`), ...(set ?? []).map((text) => `--set ${text}`)];
}

import type { CheckedProgram } from "../checker/checked-program.ts";
import { checkFile } from "../compiler/compile.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { reservedWords } from "../resources/catalog/names.ts";
import type { Span } from "../source/source-file.ts";
import type { NameNode } from "../syntax/expressions.ts";
import { findDeclaration, findSymbol, listUses } from "./names.ts";
import type { OpenDocument, Project, Workspace } from "./workspace.ts";

/** Why a request cannot be followed; told to who asked. */
export class Refusal extends Error {}

/** All places of a project where a name is used, its declaration included; also in files that are not open. */
export async function findUses(workspace: Workspace, document: OpenDocument, offset: number): Promise<Span[]> {
  const { program } = await workspace.analyse(document);
  const declaration = findDeclaration(program, document.path, offset);
  if (!declaration) return [];
  const spans = new Map<string, Span>();
  for (const other of await listPrograms(workspace, document, declaration.text))
    for (const span of listUses(other, declaration)) spans.set(`${span.file.path} ${span.start}`, span);
  return [...spans.values()].sort((a, b) => (a.file.path === b.file.path ? a.start - b.start : a.file.path < b.file.path ? -1 : 1));
}

/** The programs in which a name may be used: of each file of the project that holds it. */
async function listPrograms(workspace: Workspace, document: OpenDocument, name: string): Promise<CheckedProgram[]> {
  const { project } = document;
  const paths = new Set([document.path, ...(await project.listFiles())]);
  const programs: CheckedProgram[] = [];
  for (const path of paths) {
    if (path !== document.path && workspace.readText(project, path)?.includes(name) !== true) continue;
    programs.push((await workspace.analyseFile(project, path)).program);
  }
  return programs;
}

/** The name that would be renamed; refused where there is none, or one that no file declares. */
export async function findRenamed(workspace: Workspace, document: OpenDocument, offset: number): Promise<NameNode> {
  const { program } = await workspace.analyse(document);
  const found = findSymbol(program, document.path, offset);
  if (!found) throw new Refusal("There is no name here that a remedy declares.");
  if (!findDeclaration(program, document.path, offset))
    throw new Refusal(
      found.symbol.kind === "resource-kind" && found.symbol.resourceKind.origin !== "built-in"
        ? `'${found.name.text}' is declared in ${found.symbol.resourceKind.origin}: rename it there.`
        : `'${found.name.text}' is a word of the language.`,
    );
  return found.name;
}

/** The places at which a name is replaced by another; refused where that is no name, or where what compiled would no longer. */
export async function rename(workspace: Workspace, document: OpenDocument, offset: number, name: string): Promise<Span[]> {
  const renamed = await findRenamed(workspace, document, offset);
  if (!/^[A-Za-z]\w*$/.test(name)) throw new Refusal(`'${name}' is no name: one begins with a letter and has letters, digits and '_'.`);
  if (reservedWords.has(name)) throw new Refusal(`'${name}' is a word that the language keeps for itself.`);
  const spans = await findUses(workspace, document, offset);
  if (name === renamed.text) return spans;
  const broken = await findBroken(workspace, document.project, spans, name);
  if (broken) throw new Refusal(`Not renamed: ${broken.message}`);
  return spans;
}

/** The first error that the files would have only after the change. */
async function findBroken(workspace: Workspace, project: Project, spans: readonly Span[], name: string): Promise<Diagnostic | undefined> {
  const texts = new Map<string, string>();
  for (const { file } of spans) texts.set(file.path, file.text);
  // From behind, so that places before stay where they are.
  for (const { file, start, end } of spans.toReversed()) {
    const text = texts.get(file.path) ?? "";
    texts.set(file.path, text.slice(0, start) + name + text.slice(end));
  }
  const compiler = workspace.compilerFor(project);
  const changed = {
    ...project.compiler,
    host: {
      readFile: (path: string) => {
        const text = texts.get(path);
        return text === undefined ? compiler.host.readFile(path) : { kind: "bytes" as const, bytes: new TextEncoder().encode(text) };
      },
    },
  };
  for (const path of texts.keys()) {
    const before = new Set((await checkFile(path, compiler)).diagnostics.map(({ code }) => code));
    const { diagnostics } = await checkFile(path, changed);
    const added = diagnostics.find(({ code, severity }) => severity === "error" && !before.has(code));
    if (added) return added;
  }
  return undefined;
}

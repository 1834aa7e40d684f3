import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { loadConfig } from "../config/load-config.ts";
import { chooseUsual } from "../compiler/usual-plans.ts";
import { usualLayout } from "../formatter/format.ts";
import { rules } from "../generated/linter-rules.ts";
import { startServer } from "../language-server/server.ts";
import type { Project, ProjectSettings, ServerHost } from "../language-server/workspace.ts";
import { readSeverities, regrade } from "../linter/severities.ts";
import { createMemoryHost } from "../source/memory-host.ts";
import { USUAL_BUDGET } from "./commands/prove.ts";
import { createCompilerWith, loadCatalog, loadLibrary } from "./compiler-session.ts";
import { findLayout } from "./fmt-layout.ts";
import { expandInputs, toProjectPath } from "./inputs.ts";
import { version } from "./version.ts";

/** Runs `remedyc lsp` until the client ends it; gives the exit code. Nothing but the protocol goes to standard output. */
export async function runLsp(): Promise<number> {
  if (process.stdin.isTTY)
    process.stderr.write("An editor starts this, and speaks the Language Server Protocol with it: see docs/editors.md. Ctrl-C ends it.\n");
  const [catalog, library] = await Promise.all([loadCatalog(), loadLibrary()]);
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  // A defect in one answer must not take the server away from all open documents.
  process.on("uncaughtException", (error) => connection.console.error(`A defect of remedyc: ${error.stack ?? error.message}`));
  startServer(connection, {
    createHost: (folders) => createNodeServerHost(folders, (root) => createCompilerWith(root, catalog, library)),
    glance: async (plans, program) => {
      const { glanceAt } = await import("../proof/glance.ts");
      return glanceAt(
        chooseUsual(plans).map(({ plan }) => plan),
        program.catalog,
      );
    },
    version,
    budget: USUAL_BUDGET,
  });
  return new Promise((resolve) => {
    connection.onExit(() => resolve(0));
    process.stdin.on("end", () => resolve(0));
  });
}

type CreateCompiler = (root: string) => Project["compiler"];

/** Projects on disk: the root of a document is the nearest folder above it with a configuration, else the workspace folder that it lies in, else its own folder. */
function createNodeServerHost(folders: readonly string[], createCompiler: CreateCompiler): ServerHost {
  const roots = folders.flatMap((uri) => toPath(uri) ?? []);
  const projects = new Map<string, Project>();
  return {
    locate: (uri) => {
      const path = toPath(uri);
      if (path === undefined) return createUnsavedProject(uri, createCompiler);
      const root = findRoot(path, roots);
      let project = projects.get(root);
      if (!project) projects.set(root, (project = createDiskProject(root, createCompiler)));
      return { project, path: toProjectPath(path, root) ?? basename(path) };
    },
  };
}

function toPath(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function findRoot(path: string, roots: readonly string[]): string {
  const own = dirname(path);
  const workspace = roots.filter((root) => toProjectPath(path, root) !== undefined).toSorted((a, b) => b.length - a.length)[0];
  for (let folder = own; ; folder = dirname(folder)) {
    if (["ts", "js", "json"].some((ending) => existsSync(join(folder, `remedyc.config.${ending}`)))) return folder;
    if (folder === workspace || dirname(folder) === folder) return workspace ?? own;
  }
}

function createDiskProject(root: string, createCompiler: CreateCompiler): Project {
  return {
    compiler: createCompiler(root),
    toUri: (path) => pathToFileURL(join(root, path)).href,
    listFiles: async () => (await expandInputs(["."], root)).value.flatMap((file) => toProjectPath(file, root) ?? []),
    readSettings: keepFor(SETTINGS_AGE, () => readSettings(root)),
  };
}

/** So long settings are taken as they were read, in milliseconds: an editor asks for them with each move of the cursor. */
const SETTINGS_AGE = 3_000;

/** A function that reads anew only what it read longer ago than that. */
function keepFor<T>(age: number, read: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly value: Promise<T> } | undefined;
  return () => {
    const now = performance.now();
    if (!last || now - last.at > age) last = { at: now, value: read() };
    return last.value;
  };
}

/** A configuration that cannot be read is told by the commands that need it; an editor takes the usual. */
async function readSettings(root: string): Promise<ProjectSettings> {
  const [{ value }, layout] = await Promise.all([loadConfig(root, undefined), findLayout(root, join(root, "a.remedy"))]);
  const { byCode } = readSeverities(rules, value.config.lint ?? {});
  return {
    rules: { known: rules, active: rules.filter(({ code }) => byCode.get(code) !== "off") },
    regrade: (finding) => regrade(finding, byCode),
    layout: layout.value ?? usualLayout,
  };
}

/** A document that has not been saved yet: it imports nothing. */
function createUnsavedProject(uri: string, createCompiler: CreateCompiler): ReturnType<ServerHost["locate"]> {
  const name = /[^/:]+$/.exec(uri)?.[0] ?? "untitled";
  const path = name.endsWith(".remedy") ? name : `${name}.remedy`;
  const project: Project = {
    compiler: { ...createCompiler(process.cwd()), host: createMemoryHost({}) },
    toUri: (other) => (other === path ? uri : `untitled:${other}`),
    listFiles: () => Promise.resolve([]),
    readSettings: keepFor(SETTINGS_AGE, () => readSettings(process.cwd())),
  };
  return { project, path };
}

import { parseSource } from "../../grammar/parse-source.ts";
import { loadCatalog, loadLibrary } from "../../src/cli/compiler-session.ts";
import { chooseUsual } from "../../src/compiler/usual-plans.ts";
import { usualLayout } from "../../src/formatter/format.ts";
import { rules } from "../../src/generated/linter-rules.ts";
import { LanguageService } from "../../src/language-server/language-service.ts";
import type { Project } from "../../src/language-server/workspace.ts";
import { glanceAt } from "../../src/proof/glance.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";

const [catalog, library] = await Promise.all([loadCatalog(), loadLibrary()]);

export const toUri = (path: string): string => `file:///fleet/${path}`;

/** A service over files in memory; those that tests write into `files` are as if changed on disk. Nothing is open yet. */
export function createService(files: Record<string, string> = {}): LanguageService {
  const project: Project = {
    compiler: {
      host: { readFile: (path) => createMemoryHost(files).readFile(path) },
      catalog,
      library,
      parse: parseSource,
      loadUserKinds: () => Promise.reject(new Error("no kinds here")),
      version: "0",
    },
    toUri,
    listFiles: () => Promise.resolve(Object.keys(files)),
    readSettings: () => Promise.resolve({ rules: { known: rules, active: rules }, regrade: (finding) => finding, layout: usualLayout }),
  };
  return new LanguageService(
    { locate: (uri) => ({ project, path: decodeURIComponent(uri.replace("file:///fleet/", "")) }) },
    {
      glance: (plans, program) =>
        Promise.resolve(
          glanceAt(
            chooseUsual(plans).map(({ plan }) => plan),
            program.catalog,
          ),
        ),
      commands: new Set(["remedyc.prove", "remedyc.showScript", "remedyc.runScenario"]),
    },
  );
}

/** The mark in a text at which a test asks. */
export const MARK = "¦";

/** Opens `a.remedy` with a text; gives the service and the place of the mark in it. */
export function openAt(marked: string, files: Record<string, string> = {}) {
  const offset = marked.indexOf(MARK);
  if (offset < 0) throw new Error("the text has no mark");
  const text = marked.replace(MARK, "");
  const service = createService(files);
  service.workspace.open(toUri("a.remedy"), 1, text);
  const before = text.slice(0, offset).split("\n");
  return { service, uri: toUri("a.remedy"), text, position: { line: before.length - 1, character: (before.at(-1) ?? "").length } };
}

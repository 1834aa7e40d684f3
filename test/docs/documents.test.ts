import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { checkFile } from "../../src/compiler/compile.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

function listDocuments(folder: string): string[] {
  return readdirSync(join(PROJECT, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
}

const read = (path: string): string => readFileSync(join(PROJECT, path), "utf8").replaceAll("\r\n", "\n");

/** What people read; the pages of diagnostics have a test of their own for their examples. */
const documents = [
  ...["", "docs", "examples", "templates"].flatMap(listDocuments),
  ...["docs/reference", "src/diagnostics/pages", "src/site"].flatMap(listDocuments),
];

const HEAD = 'title: "T"\n version: 1.0.0\n targets: [standalone]\n';
const STEP = 'step s "S" { ensure service("A") { state: running } }';

/** What fragments of scenarios and promises take as named. */
const NAMES = `let w32tm = '%SystemRoot%\\System32\\w32tm.exe'\nlet schemes = 'HKLM\\SOFTWARE\\Contoso'\nlet fast = "1"\nlet balanced = "2"\nlet agent = service("Contoso")\nlet product = package("Contoso")\n`;

/** What a fragment stands in, from nothing to a block of a scenario. */
const AROUND: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `remedy x {\n ${HEAD} step s "S" {\n${text}\n}\n}`,
  (text) => `remedy x {\n ${HEAD} ${text}\n}`,
  (text) => `${text}\nremedy x {\n ${HEAD} ${STEP}\n}`,
  (text) => `${NAMES}remedy x {\n ${HEAD} ${STEP}\n}\nscenario "s" for x {\n${text}\n expect detect compliant\n}`,
  (text) =>
    `${[...text.matchAll(/ for (\w+) \{/g)].map(([, name]) => `remedy ${name} {\n ${HEAD} ${STEP}\n}`).at(0) ?? ""}\n${NAMES}${text}`,
];

/** What documents import in their examples. */
const IMPORTED: Readonly<Record<string, string>> = {
  "parts/tls12.remedy": read("examples/parts/tls12.remedy"),
  "agent.remedy": `remedy entra_provisioning_agent {\n ${HEAD} ${STEP}\n}`,
};

const compiler = await createCompiler(PROJECT);

/** Where a fragment may not stand at all its syntax is wrong. */
const weigh = (errors: readonly string[]): number => errors.reduce((sum, error) => sum + (error.startsWith("RMD1") ? 100 : 1), 0);

/** The errors of a fragment in that place in which it has fewest. */
async function findErrors(text: string): Promise<readonly string[]> {
  let fewest: readonly string[] | undefined;
  for (const around of AROUND) {
    const host = createMemoryHost({ ...IMPORTED, "a.remedy": around(text) });
    const { diagnostics } = await checkFile("a.remedy", { ...compiler, host });
    const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code} ${message}`);
    if (fewest === undefined || weigh(errors) < weigh(fewest)) fewest = errors;
    if (fewest.length === 0) break;
  }
  return fewest ?? [];
}

interface Block {
  readonly place: string;
  readonly text: string;
}

/** The remedies in a document. Those of the reference are forms of calls, and kinds of one's own have a test with theirs. */
const blocks = documents
  .filter((path) => !/reference|diagnostics|custom-kinds/.test(path))
  .flatMap((path): Block[] => {
    const text = read(path);
    return [...text.matchAll(/^```remedy\n([\s\S]*?)^```/gm)].map((found) => ({
      place: `${path}:${text.slice(0, found.index).split("\n").length}`,
      text: found[1] ?? "",
    }));
  });

describe("remedies in documents", () => {
  test("are many", () => {
    expect(blocks.length).toBeGreaterThan(20);
  });

  test.each(blocks)("$place is taken by the compiler", async ({ text }) => {
    expect(await findErrors(text)).toEqual([]);
  });

  test("one that is wrong is told", async () => {
    expect(await findErrors('ensure servise("A") { state: running }')).toEqual([expect.stringContaining("'servise'") as string]);
  });
});

/** How GitHub names the anchor of a heading. */
function anchorOf(heading: string): string {
  const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "");
  return plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

const withoutCode = (text: string): string => text.replace(/^ *```[\s\S]*?^ *```/gm, "").replace(/`[^`\n]*`/g, "");

function listAnchors(path: string): ReadonlySet<string> {
  const text = read(path).replace(/^ *```[\s\S]*?^ *```/gm, "");
  return new Set([...text.matchAll(/^#+ +(.+)$/gm)].map(([, heading = ""]) => anchorOf(heading)));
}

test.each(documents)("%s links to what there is", (path) => {
  const dead = [...withoutCode(read(path)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [file = "", anchor] = target.split("#");
      const there = file === "" ? path : normalize(join(dirname(path), decodeURI(file)));
      if (!existsSync(join(PROJECT, there))) return true;
      return anchor !== undefined && there.endsWith(".md") && !listAnchors(there).has(anchor);
    });
  expect(dead).toEqual([]);
});

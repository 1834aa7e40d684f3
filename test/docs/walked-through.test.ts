import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createFolder, remedyc } from "../cli/support.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** The blocks of a language in a document, in order. */
function blocksOf(path: string, language: string): readonly string[] {
  const text = readFileSync(`${PROJECT}${path}`, "utf8").replaceAll("\r\n", "\n");
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].filter(([, own]) => own === language).map(([, , block = ""]) => block);
}

/** Sizes change with each template, and with them how wide a column is. */
const withoutSizes = (text: string): string => text.replace(/ +[\d.]+ KB/g, " N KB").trim();

/** Runs a command line as a document has it. */
async function run(folder: string, line: string): Promise<string> {
  const { stdout, stderr } = await remedyc(folder, ...line.trim().split(" ").slice(1));
  return withoutSizes(stdout + stderr);
}

test("docs/from-a-pair.md shows what its commands print and write", async () => {
  const [detect = "", remediate = ""] = blocksOf("docs/from-a-pair.md", "powershell");
  const folder = createFolder({ "detect.ps1": detect, "remediate.ps1": remediate });
  const lines = blocksOf("docs/from-a-pair.md", "sh");
  expect(lines).toHaveLength(5);
  const printed: string[] = [];
  for (const line of lines) printed.push(await run(folder, line));
  expect(printed).toEqual(blocksOf("docs/from-a-pair.md", "text").map(withoutSizes));
  expect([readFileSync(`${folder}/browser.remedy`, "utf8")]).toEqual(blocksOf("docs/from-a-pair.md", "remedy"));
});

test("docs/start.md and the site's first page show what their commands print", async () => {
  const [remedy = ""] = blocksOf("docs/start.md", "remedy");
  const folder = createFolder({ "spooler.remedy": remedy });
  const [check = "", explain = "", build = ""] = blocksOf("docs/start.md", "sh");
  const [checked = "", misspelt = "", explained = "", built = ""] = blocksOf("docs/start.md", "text").map(withoutSizes);
  expect(await run(folder, check)).toBe(checked);
  expect(await run(folder, explain)).toBe(explained);
  expect(await run(folder, build)).toBe(built);
  const wrong = createFolder({ "spooler.remedy": remedy.replace("startup: automatic", "startup: automatc") });
  expect(await run(wrong, check)).toBe(misspelt);
  expect(blocksOf("src/site/home.md", "remedy")).toEqual([remedy]);
  expect(blocksOf("src/site/home.md", "text").map(withoutSizes)).toEqual([built]);
});

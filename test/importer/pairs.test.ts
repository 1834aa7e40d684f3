import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { checkFile } from "../../src/compiler/compile.ts";
import { examine } from "../../src/importer/examine.ts";
import { importPair } from "../../src/importer/import-pair.ts";
import { readScript } from "../../src/importer/read-script.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { getLineColumn } from "../../src/source/source-file.ts";

const PAIRS = fileURLToPath(new URL("pairs/", import.meta.url));
const names = readdirSync(PAIRS).sort();
const compiler = await createCompiler(PAIRS);

/** A pair as `remedyc import` sees it: the remedy, or why there is none, and each finding with its place. */
async function importNamed(name: string): Promise<{ remedy: string | undefined; told: string; share: readonly [number, number] }> {
  const [detect, remediate] = ["detect.ps1", "remediate.ps1"].map((file) => readScript(`${PAIRS}${name}/${file}`, file));
  if (!detect || !remediate || "diagnostic" in detect || "diagnostic" in remediate) throw new Error(`${name} cannot be read`);
  const { examined, findings } = examine(detect.file, remediate.file);
  const written = await importPair(examined, name.replace(/^\d+-/, "").replaceAll("-", "_"), compiler);
  const lines = findings.map(
    ({ code, message, span }) => `${span?.file.path ?? ""}:${span ? getLineColumn(span.file, span.start).line : 0} ${code} ${message}`,
  );
  if ("reason" in written) return { remedy: undefined, told: [`No remedy: ${written.reason}`, ...lines, ""].join("\n"), share: [0, 1] };
  return {
    remedy: written.text,
    told: [`${written.asKinds} of ${written.statements} statements became kinds`, ...written.left, ...lines, ""].join("\n"),
    share: [written.asKinds, written.statements],
  };
}

describe.each(names)("%s", (name) => {
  test("becomes the remedy, with the findings, that a person has looked at", async () => {
    const { remedy, told } = await importNamed(name);
    if (process.env["UPDATE_BASELINES"] === "1") {
      writeFileSync(`${PAIRS}${name}/findings.txt`, told);
      if (remedy !== undefined) writeFileSync(`${PAIRS}${name}/expected.remedy`, remedy);
    }
    expect(told).toBe(readFileSync(`${PAIRS}${name}/findings.txt`, "utf8"));
    if (remedy === undefined) return;
    expect(remedy).toBe(readFileSync(`${PAIRS}${name}/expected.remedy`, "utf8"));
    const { diagnostics } = await checkFile("a.remedy", { ...compiler, host: createMemoryHost({ "a.remedy": remedy }) });
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
  });
});

test("nine of ten statements of the pairs become kinds", async () => {
  let [asKinds, all] = [0, 0];
  for (const name of names) {
    const { share } = await importNamed(name);
    asKinds += share[0];
    all += share[1];
  }
  expect(names.length).toBeGreaterThanOrEqual(40);
  expect(asKinds / all).toBeGreaterThan(0.9);
});

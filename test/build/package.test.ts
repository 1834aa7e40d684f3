import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getBundle } from "../cli/bundled.ts";
import { readText, remedyText } from "../cli/support.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "remedyc package "));
const project = join(folder, "a project");
const everywhere = join(folder, "global");

interface Outcome {
  readonly exitCode: number;
  readonly text: string;
}

/** Runs a command line as a person's shell would. */
function shell(command: string, cwd: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: "1", npm_config_prefer_offline: "true", npm_config_audit: "false", npm_config_fund: "false" };
    const child = spawn(command, { cwd, shell: true, env, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part: string) => (text += part));
    child.once("error", reject);
    child.once("close", (code) => resolve({ exitCode: code ?? 1, text }));
  });
}

/** What npm says of a package that it made. */
interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** Packs the project as npm publishes it, with a bundle of the sources as they are. */
async function pack(): Promise<Packed> {
  const stage = join(folder, "stage");
  const { files } = JSON.parse(readText(PROJECT, "package.json")) as { readonly files: readonly string[] };
  const named = ["package.json", "README.md", "LICENSE", ...files.filter((file) => file !== "dist" && !file.startsWith("!"))];
  for (const file of named) cpSync(join(PROJECT, file), join(stage, file), { recursive: true });
  cpSync(getBundle(), join(stage, "dist"), { recursive: true });
  const { exitCode, text } = await shell("npm pack --silent --json --ignore-scripts --pack-destination ..", stage);
  expect(exitCode).toBe(0);
  const [packed] = JSON.parse(text) as readonly [Packed];
  return packed;
}

let packed: Packed;

beforeAll(async () => {
  packed = await pack();
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{ "name": "fleet", "private": true, "type": "module" }\n');
  const installs = await Promise.all([
    shell(`npm install "../${packed.filename}"`, project),
    shell(`npm install --global --prefix "${everywhere}" "./${packed.filename}"`, folder),
  ]);
  for (const install of installs) expect(install).toMatchObject({ exitCode: 0 });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the package that npm installs from its tarball", () => {
  test("runs in a project, with its configuration in TypeScript, and everywhere, in folders with spaces", async () => {
    writeFileSync(join(project, "a remedy.remedy"), remedyText());
    writeFileSync(
      join(project, "remedyc.config.ts"),
      'import type { RemedycConfig } from "remedyc/config";\nexport default { files: ["*.remedy"], out: "scripts" } satisfies RemedycConfig;\n',
    );
    const { version } = JSON.parse(readText(PROJECT, "package.json")) as { readonly version: string };
    expect(await shell("npx remedyc --version", project)).toEqual({ exitCode: 0, text: `${version}\n` });
    expect(await shell("npx remedyc build", project)).toMatchObject({ exitCode: 0, text: expect.stringContaining("to scripts") as string });
    const command = join(everywhere, process.platform === "win32" ? "remedyc.cmd" : "bin/remedyc");
    expect(await shell(`"${command}" check "a remedy.remedy"`, project)).toEqual({
      exitCode: 0,
      text: "1 file with 1 remedy: no errors\n",
    });
  }, 60_000);

  test("brings what kinds of one's own are written with", async () => {
    const kind = join(PROJECT, "examples", "custom-kind");
    cpSync(kind, join(project, "custom-kind"), { recursive: true });
    const source = readFileSync(join(project, "custom-kind", "power-plan.remedy"), "utf8");
    expect(source).toContain("import");
    expect(await shell("npx remedyc check custom-kind/power-plan.remedy", project)).toMatchObject({ exitCode: 0 });
  }, 60_000);

  test("is a plugin of Prettier", async () => {
    const file = join(project, "plain.remedy");
    writeFileSync(file, remedyText().replace(/\n {2}/g, "\n        "));
    const prettier = join(dirname(fileURLToPath(import.meta.resolve("prettier"))), "bin", "prettier.cjs");
    const written = await shell(`node "${prettier}" --plugin remedyc/prettier --write plain.remedy`, project);
    expect(written).toMatchObject({ exitCode: 0 });
    expect(await shell("npx remedyc fmt --check plain.remedy", project)).toMatchObject({ exitCode: 0 });
  }, 60_000);

  test("holds no code cache, no source but what types need, and the documents", () => {
    const names = packed.files.map(({ path }) => path);
    expect(names.filter((name) => /\.cache$/.test(name))).toEqual([]);
    expect(names.filter((name) => name.endsWith(".ts")).sort()).toEqual(["src/config/config.ts", "src/resources/language.ts"]);
    expect(names).toEqual(expect.arrayContaining(["README.md", "LICENSE", "CHANGELOG.md", "dist/remedyc.cjs", "docs/language.md"]));
  });
});

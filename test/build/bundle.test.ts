import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { getBundle, getBundleFolder } from "../cli/bundled.ts";
import { createFolder, listFiles, readText, remedyText } from "../cli/support.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
/** A bundle of its own, which no process has used: caches come and go here. */
const OUT = join(getBundleFolder(process.ppid), "caches");

beforeAll(() => {
  cpSync(getBundle(), OUT, { recursive: true });
  for (const cache of listCaches()) rmSync(join(OUT, cache));
}, 60_000);

function run(folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(OUT, "remedyc.cjs"), ...args], { cwd: folder, encoding: "utf8" });
  return { exitCode: status, stdout, stderr };
}

function listCaches(): string[] {
  return readdirSync(OUT).filter((name) => name.includes(".cache"));
}

describe("the bundled command line", () => {
  test("is a small program for what most starts are; a first build leaves V8's code cache for this Node beside it, and gives what every other build gives", () => {
    const folder = createFolder({ "a file.remedy": remedyText() });
    const outputs = ["first", "second"].map((out) => {
      const { exitCode, stderr } = run(folder, "build", "a file.remedy", "--out", out);
      expect([exitCode, stderr]).toEqual([0, ""]);
      expect(listCaches()).toEqual([expect.stringMatching(/^compile-[0-9a-f]{16}\.cjs\.build\.v\d+\.\d+\.\d+-\w+\.cache$/)]);
      return listFiles(join(folder, out)).map((file) => readText(folder, out, file));
    });
    expect(outputs[0]).toEqual(outputs[1]);
    expect(outputs[0]).toHaveLength(2);
  });

  test("has one cache for builds and one for checks, so that neither reads what only the other runs", () => {
    for (const name of listCaches()) rmSync(join(OUT, name));
    const folder = createFolder({ "a.remedy": remedyText() });
    for (const command of ["check", "build", "check"]) expect(run(folder, command, "a.remedy")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(listCaches().map((name) => name.split(".")[2])).toEqual(["build", "check"]);
  });

  test("says every sign as it is, also those of the messages themselves", () => {
    const folder = createFolder({ "a.remedy": remedyText().replace('service("Spooler") { state: running }', 'tls("1.2") absent') });
    expect(run(folder, "check", "a.remedy").stderr).toContain("it is told by what it should be, '{ client: … }'.");
    const programs = readdirSync(OUT).filter((name) => /^(?:program|compile)-.*\.cjs$/.test(name));
    expect(programs).toHaveLength(2);
    for (const program of programs) expect(readFileSync(join(OUT, program)).every((byte) => byte < 128)).toBe(true);
  });

  test("runs without its cache when that is damaged, and keeps wrong usage apart from a defect", () => {
    const folder = createFolder({ "a.remedy": remedyText() });
    run(folder, "build", "a.remedy");
    const cache = join(OUT, listCaches().find((name) => name.includes(".build.")) ?? "");
    const intact = readFileSync(cache);
    writeFileSync(cache, Buffer.from("no cache"));
    expect(run(folder, "build", "a.remedy")).toMatchObject({ exitCode: 0, stderr: "" });
    writeFileSync(cache, intact.subarray(0, intact.length / 2));
    expect(run(folder, "build", "a.remedy")).toMatchObject({ exitCode: 0, stderr: "" });
    writeFileSync(cache, intact);
    expect(run(folder, "chekc", "a.remedy").exitCode).toBe(2);
  });

  test("a fleet's build, which changes a flag of V8, is silent and leaves no cache that later ones could not use", () => {
    for (const name of listCaches()) rmSync(join(OUT, name));
    const names = Array.from({ length: 30 }, (_, i) => `remedy_${i}`);
    const folder = createFolder(Object.fromEntries(names.map((name) => [`fleet/${name}.remedy`, remedyText(name)])));
    expect(run(folder, "build", "fleet", "--out", "whole")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(listCaches()).toEqual([]);
    expect(run(folder, "build", "fleet/remedy_7.remedy", "--out", "alone").exitCode).toBe(0);
    expect(listCaches()).toHaveLength(1);
    expect(readText(folder, "alone", "standalone/remedy_7.ps1")).toBe(readText(folder, "whole", "standalone/remedy_7.ps1"));
  });

  test("leaves no cache behind where nothing was compiled", () => {
    for (const name of listCaches()) rmSync(join(OUT, name));
    expect(run(createFolder(), "--version").exitCode).toBe(0);
    expect(run(createFolder(), "build", "missing.remedy").exitCode).toBe(1);
    expect(listCaches()).toEqual([]);
  });

  test("loads what stays outside of it: a configuration in TypeScript or JavaScript, a kind of a user's own", () => {
    const module = createFolder({
      "a.remedy": remedyText(),
      "package.json": '{ "type": "module" }',
      "remedyc.config.js": 'import { join } from "node:path";\nexport default { files: ["a.remedy"], out: join("else", "where") };\n',
    });
    expect(run(module, "build")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(listFiles(join(module, "else", "where"))).toContain("manifest.json");
    const config = createFolder({
      "a.remedy": remedyText(),
      "remedyc.config.ts": 'const out: string = "elsewhere";\nexport default { files: ["a.remedy"], out };\n',
    });
    expect(run(config, "build")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(listFiles(join(config, "elsewhere"))).toContain("manifest.json");
    expect(run(PROJECT, "check", "examples/custom-kind/power-plan.remedy")).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("gives the same by the whole program, which takes what the small one does not have, without a word of the small one", () => {
    const folder = createFolder({
      "a.remedy": remedyText(),
      "parameters.yaml": "{}\n",
      "remedyc.config.json": '{ "params": ["parameters.yaml"] }\n',
    });
    const [plain, whole] = [
      ["build", "a.remedy", "--config", "remedyc.config.json", "--out"],
      ["build", "--no-watch", "a.remedy", "--out"],
    ].map((line, i) => {
      const { exitCode, stdout, stderr } = run(folder, ...line, `out${i}`);
      expect([exitCode, stderr]).toEqual([0, ""]);
      return [stdout.replace(/out\d/, "out"), ...listFiles(join(folder, `out${i}`)).map((file) => readText(folder, `out${i}`, file))];
    });
    expect(plain).toEqual(whole);
    expect(run(folder, "build", "a.remedy", "--parms", "x")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("Did you mean '--params'?") as string,
    });
  });

  test("has the commands that few need: explaining, signing", () => {
    const folder = createFolder({ "a.remedy": remedyText() });
    expect(run(folder, "explain", "RMD2001").stdout).toContain("RMD2001");
    run(folder, "build", "a.remedy");
    expect(run(folder, "verify", "out/standalone/sample.ps1")).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining("NOT verified") as string,
    });
    expect(run(folder, "build", "a.remedy", "--format", "json").stdout).toContain('"sha256"');
  });
});

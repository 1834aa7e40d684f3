import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHECKS } from "./checks.ts";
import { requireProgram } from "./requirements.ts";
import { listProjectFiles } from "./tracked-files.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "remedyc fresh clone "));
const clone = join(folder, "re medy c");

/** README's commands: the one that builds the recipe, and the one that runs all tests. */
const [BUILD = "", TEST = ""] = [...readFileSync(join(PROJECT, "README.md"), "utf8").matchAll(/^npm ci && .+$/gm)].map(([line]) => line);

interface Outcome {
  readonly code: number;
  readonly text: string;
}

/** Runs a command line in the clone, as a person's shell would. */
function shell(command: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, npm_config_prefer_offline: "true", npm_config_audit: "false" };
    const child = spawn(command, { cwd: clone, shell: true, env, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part: string) => (text += part));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, text }));
  });
}

beforeAll(async () => {
  requireProgram("git");
  // As a clone of what will be committed, so that a change is tried before it is.
  for (const file of listProjectFiles(PROJECT)) {
    mkdirSync(dirname(join(clone, file)), { recursive: true });
    copyFileSync(join(PROJECT, file), join(clone, file));
  }
  expect(await shell("git init --quiet && git add --all")).toMatchObject({ code: 0 });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("README's commands in a fresh clone in a folder with spaces", () => {
  it("are two", () => {
    expect([BUILD, TEST]).toEqual(["npm ci && npx remedyc build examples/entra-provisioning-agent.remedy --out out", "npm ci && npm test"]);
  });

  // The tests run in part, or this one would begin itself.
  const part = `${TEST} -- test/source/hosts test/source/decode`;
  // A second `npm ci` takes away what the first installed and does the same again; of what it runs the build is the project's own, and meets what is left behind.
  const again = (command: string): string => command.replace(/^npm ci /, "npm run prepare ");

  it("work in any order, twice, also where an earlier build left files", async () => {
    for (const command of [part, again(BUILD), again(part), again(BUILD)]) {
      const { code, text } = await shell(command);
      expect(text).toContain(command.includes("--out out") ? "6 scripts and manifest.json written to out" : " passed, 0 failed");
      expect(code).toBe(0);
      // What a person, an editor and an earlier build leave is no part of the project.
      writeFileSync(join(clone, "src", "notes.ts"), "debugger");
      mkdirSync(join(clone, "out", "old"), { recursive: true });
      writeFileSync(join(clone, "out", "old", "left.json"), "{not:  formatted}");
    }
    expect(existsSync(join(clone, "out", "old", "left.json"))).toBe(true);
  }, 600_000);

  it("leave nothing behind that a check looks at", async () => {
    const files = listProjectFiles(clone);
    expect(files).toContain("package.json");
    expect(files.filter((file) => file.startsWith("out/") || file === "src/notes.ts")).toEqual([]);
    // All files are checked beside the tests; types and rules hold in a folder with spaces, too.
    const some = files.filter((file) => /^(?:src\/source|src\/binder|test\/entry)\/|^package\.json$/.test(file));
    for (const check of Object.values(CHECKS)) expect(await check(clone, some)).toBe("");
  }, 120_000);
});

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { afterEach, vi } from "vitest";
import { main } from "../../src/cli/run.ts";
import { getBundle } from "./bundled.ts";
import { getTestFolder } from "./test-folder.ts";

/** What a command did, as its caller sees it. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A remedy that compiles, for one target unless others are named. */
export function remedyText(name = "sample", targets = "standalone", more = ""): string {
  return `/// What it is for.\nremedy ${name} {\n  title: "Sample"\n  version: 1.0.0\n  targets: [${targets}]\n${more}  step only "Only" {\n    ensure service("Spooler") { state: running }\n  }\n}\n`;
}

/** A fresh folder with the files; it is gone after the run. */
export function createFolder(files: { readonly [path: string]: string | Uint8Array } = {}, name = "project"): string {
  const all = getTestFolder(process.ppid);
  mkdirSync(all, { recursive: true });
  const folder = join(realpathSync(mkdtempSync(join(all, "cli-"))), name);
  mkdirSync(folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs a command in this process, as if it were started in `folder`. */
export async function remedyc(folder: string, ...args: readonly string[]): Promise<Outcome> {
  const before = process.cwd();
  const texts = { stdout: "", stderr: "" };
  const capture = (stream: "stdout" | "stderr") =>
    vi.spyOn(process[stream], "write").mockImplementation((text) => {
      texts[stream] += String(text);
      return true;
    });
  // yargs prints help with console.log, which the test runner has replaced.
  const log = vi.spyOn(console, "log").mockImplementation((text: unknown) => {
    texts.stdout += `${String(text)}\n`;
  });
  const spies = [capture("stdout"), capture("stderr"), log];
  process.chdir(folder);
  try {
    const exitCode = await main(args);
    return { exitCode, ...texts };
  } finally {
    process.chdir(before);
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}

/**
 * A command in a process of its own: the running process for a test that signals it, what it wrote so far, and its end. `watching(n)` waits until
 * `--watch` has said for the n-th time that it waits: until then a build is under way, also when its files are written, and a signal ends it as one.
 */
export function spawnRemedyc(folder: string, args: readonly string[], environment: { readonly [name: string]: string } = {}) {
  const child = spawn(process.execPath, [join(getBundle(), "remedyc.cjs"), ...args], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const texts = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (part: string) => (texts.stdout += part));
  child.stderr.setEncoding("utf8").on("data", (part: string) => (texts.stderr += part));
  const ended = new Promise<Outcome>((resolve) =>
    child.once("close", (code, signal) =>
      resolve({ exitCode: code ?? -1, ...texts, stderr: signal === null ? texts.stderr : `${texts.stderr}[${signal}]` }),
    ),
  );
  const watching = (times: number): Promise<void> => until(() => texts.stderr.split("; Ctrl-C ends\n").length > times, 60_000);
  return { child, texts, ended, watching };
}

/** Every file below a folder, by its path there with `/`. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

export function readText(...path: readonly string[]): string {
  return readFileSync(join(...path), "latin1");
}

/** Waits until a condition holds, at most `limit` milliseconds. */
export async function until(condition: () => boolean, limit = 15_000): Promise<void> {
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > limit) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

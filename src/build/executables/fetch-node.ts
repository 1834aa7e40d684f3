import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BuildFailure } from "./failure.ts";
import { NODE_VERSION } from "./targets.ts";
import type { Target } from "./targets.ts";

/**
 * The Node.js of a target, from the cache below `folder` or from npm, which compares the package with the digest in its registry; the program itself is compared with ours each time.
 * @throws BuildFailure where it cannot be had, or is another one.
 */
export function fetchNode(target: Target, folder: string): string {
  const home = join(folder, `node-${NODE_VERSION}-${target.name}`);
  const program = join(home, target.system === "win" ? "node.exe" : "node");
  if (!existsSync(program)) install(target, home);
  const digest = createHash("sha256").update(readFileSync(program)).digest("hex");
  if (digest === target.sha256) return program;
  rmSync(home, { recursive: true, force: true });
  throw new BuildFailure(
    `the Node.js of ${target.package}@${NODE_VERSION} is not the one that it was: its SHA-256 is ${digest}, not ${target.sha256}`,
  );
}

function install(target: Target, home: string): void {
  const stage = `${home}.${process.pid}`;
  const wanted = `${target.package}@${NODE_VERSION}`;
  try {
    mkdirSync(stage, { recursive: true });
    writeFileSync(join(stage, "package.json"), '{ "private": true }\n');
    // Another platform's package is refused without --force; what it holds is run only where it is this platform's.
    const options = [
      "--no-save",
      "--force",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--prefer-offline",
      "--loglevel=error",
      "--fetch-retries=1",
    ];
    const { status, stderr, error } = spawnSync("npm", ["install", ...options, wanted], {
      cwd: stage,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (status !== 0) throw new BuildFailure(`${wanted} cannot be had from npm: ${error?.message ?? summarize(stderr)}`);
    const file = target.system === "win" ? "node.exe" : "node";
    mkdirSync(home, { recursive: true });
    const license = join(stage, "node_modules", target.package, "LICENSE");
    // Node's packages for Windows have none.
    if (existsSync(license)) renameSync(license, join(home, "LICENSE"));
    renameSync(join(stage, "node_modules", target.package, "bin", file), join(home, file));
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** npm's first line that says why, without its prefix. */
function summarize(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/^npm (?:error|ERR!) ?/, "").trim());
  return lines.find((line) => line !== "" && !/^(?:code|errno|syscall|type) /.test(line)) ?? "it said nothing";
}

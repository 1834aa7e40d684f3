import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import packageJson from "../../../package.json" with { type: "json" };
import { generateAll } from "../generate.ts";
import { makeCodeCaches } from "./code-caches.ts";
import { collectAssets } from "./collect-assets.ts";
import type { Assets } from "./collect-assets.ts";
import { BuildFailure } from "./failure.ts";
import { fetchNode } from "./fetch-node.ts";
import { writeExecutable } from "./inject.ts";
import { renderLicenses } from "./licenses.ts";
import { USAGE, readOptions } from "./options.ts";
import type { Options } from "./options.ts";
import { createSbom } from "./sbom.ts";
import { findOwnTarget } from "./targets.ts";

/*
 * `npm run build:executables`: remedyc as one file that needs nothing, for each platform: that platform's Node.js with a blob in it, which holds what the package's `dist/` has and the packages that
 * this leaves outside (Node's "single executable applications").
 */

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));

/** Where Node's programs are kept: npm empties node_modules only with `npm ci`. */
const CACHE = join(PROJECT, "node_modules", ".cache", "remedyc-executables");

const NAME = `remedyc-${packageJson.version}`;

/** @throws BuildFailure, or an error of the file system, where they cannot be made: what is in the folder stays. */
async function buildExecutables({ targets, out }: Options): Promise<void> {
  const own = findOwnTarget();
  if (!own)
    throw new BuildFailure(
      `executables are built on Windows, Linux or macOS with x64 or arm64, not on ${process.platform}-${process.arch}`,
    );
  mkdirSync(out, { recursive: true });
  mkdirSync(CACHE, { recursive: true });
  const stage = mkdtempSync(join(CACHE, "stage-"));
  const finished = new Map<string, string>();
  try {
    const maker = fetchNode(own, CACHE);
    const assets = await collectAssets(stage);
    const sbom = createSbom(PROJECT, assets.packages);
    for (const target of targets) {
      const node = target === own ? maker : fetchNode(target, CACHE);
      const caches = makeCodeCaches(target, { node, stage, cache: CACHE });
      const temporary = join(out, `.${NAME}-${target.name}.${process.pid}`);
      const name = `${NAME}-${target.name}${target.system === "win" ? ".exe" : ""}`;
      finished.set(name, temporary);
      await writeExecutable(target, node, makeBlob(maker, stage, assets, caches ?? {}), temporary);
      const megabytes = (statSync(temporary).size / 1e6).toFixed(1);
      console.log(`  ${name.padEnd(34)} ${megabytes.padStart(6)} MB${caches ? "" : "  (nothing here runs it: it has no code cache)"}`);
    }
    for (const [name, temporary] of finished) renameSync(temporary, join(out, name));
    writeWhole(join(out, `${NAME}.cdx.json`), sbom);
    writeWhole(join(out, `${NAME}-licenses.txt`), renderLicenses(PROJECT, assets.packages, maker));
    writeWhole(join(out, "SHA256SUMS"), renderChecksums(out));
    console.log(
      `${finished.size} executable${finished.size === 1 ? "" : "s"}, SHA256SUMS, ${NAME}.cdx.json and ${NAME}-licenses.txt written to ${relative(PROJECT, out) || out}`,
    );
  } finally {
    for (const temporary of finished.values()) rmSync(temporary, { force: true });
    rmSync(stage, { recursive: true, force: true });
  }
}

/** The blob of an executable, made by the Node.js of this platform. */
function makeBlob(maker: string, stage: string, { main, files }: Assets, caches: Readonly<Record<string, string>>): string {
  const output = join(stage, "blob");
  const config = join(stage, "sea.json");
  // Without Node's own snapshot and code cache a blob goes with every platform; ours lie among the assets.
  const settings = { main, output, disableExperimentalSEAWarning: true, useSnapshot: false, useCodeCache: false };
  writeFileSync(config, JSON.stringify({ ...settings, assets: { ...files, ...caches } }));
  const { status, stderr, error } = spawnSync(maker, ["--experimental-sea-config", config], { encoding: "utf8" });
  if (status !== 0) throw new BuildFailure(`Node.js makes no blob: ${error?.message ?? stderr.trim().split("\n")[0] ?? ""}`);
  return output;
}

/** As `sha256sum --check` reads them: all that is of this version. */
function renderChecksums(out: string): string {
  const names = readdirSync(out).filter((name) => name.startsWith(NAME));
  return names
    .sort()
    .map(
      (name) =>
        `${createHash("sha256")
          .update(readFileSync(join(out, name)))
          .digest("hex")}  ${name}\n`,
    )
    .join("");
}

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}

/** The one line for what goes wrong outside of us: a full disk, a folder in which nothing may be written. */
function describe(error: unknown): string {
  if (error instanceof BuildFailure) return error.message;
  if (error instanceof Error && "code" in error) return error.message;
  throw error;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options.help) process.stdout.write(USAGE);
    else {
      await generateAll();
      await buildExecutables({ ...options, out: resolve(options.out) });
    }
  } catch (error) {
    console.error(`No executables: ${describe(error).replace(/\.$/, "")}.`);
    process.exitCode = 1;
  }
}

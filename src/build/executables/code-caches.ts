import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { warmUp } from "../bundle.ts";
import { findOwnTarget } from "./targets.ts";
import type { Target } from "./targets.ts";

/** How a Windows program is started where there is no Windows. Wine calls itself a Windows that Node.js no longer takes, which does run. */
export function wineEnvironment(prefix: string): NodeJS.ProcessEnv {
  return { ...process.env, WINEPREFIX: prefix, WINEDEBUG: "-all", WINEDLLOVERRIDES: "mscoree,mshtml=", NODE_SKIP_PLATFORM_CHECK: "1" };
}

/** Whether Wine can be started. */
export function hasWine(): boolean {
  return spawnSync("wine", ["--version"], { stdio: "ignore" }).error === undefined;
}

/**
 * The code caches of the programs in `stage`, name -> file, made by the target's own Node.js: V8 takes none of another platform. Undefined where nothing here can run it; the executable then
 * compiles its programs at each start. `cache` keeps what Wine needs.
 */
export function makeCodeCaches(
  target: Target,
  { node, stage, cache }: { readonly node: string; readonly stage: string; readonly cache: string },
): Readonly<Record<string, string>> | undefined {
  for (const name of listCaches(stage)) rmSync(join(stage, name));
  if (target === findOwnTarget()) warmUp(stage, [node]);
  else if (target.name === "win-x64" && process.platform === "linux" && process.arch === "x64" && hasWine()) {
    const prefix = join(cache, "wine");
    mkdirSync(prefix, { recursive: true });
    try {
      warmUp(stage, ["wine", node], wineEnvironment(prefix));
    } catch {
      return undefined;
    }
  } else return undefined;
  return Object.fromEntries(listCaches(stage).map((name) => [name, join(stage, name)]));
}

function listCaches(stage: string): string[] {
  return readdirSync(stage).filter((name) => name.endsWith(".cache"));
}

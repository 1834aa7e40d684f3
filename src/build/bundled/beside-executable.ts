import { createRequire } from "node:module";
import { getRawAsset } from "node:sea";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

/** What begins the name of an asset that is a package, as a function of CommonJS; the name by which programs require it follows. */
const PACKAGE = "package:";

/** In an executable this stands in for `beside.ts`: the bytes of an asset, which are not copied and not to be changed. Throws where there is none. */
export function readBeside(name: string): Buffer {
  return Buffer.from(getRawAsset(name) as ArrayBuffer);
}

/** Nothing is written into an executable. */
export function writeBeside(): void {}

const loaded = new Map<string, { exports: object }>();

/** How a program requires: the packages that the bundle leaves outside are assets, run when they are first asked for; all else is Node's. */
export function createProgramRequire(): NodeJS.Require {
  const nodeRequire = createRequire(process.execPath);
  const require = (name: string): unknown => loaded.get(name)?.exports ?? loadPackage(name, require) ?? nodeRequire(toPath(name));
  return Object.assign(require, nodeRequire);
}

function loadPackage(name: string, require: (name: string) => unknown): object | undefined {
  let text: string;
  try {
    text = readBeside(`${PACKAGE}${name}`).toString("utf8");
  } catch {
    return undefined;
  }
  const module = { exports: {} };
  loaded.set(name, module);
  const script = new Script(text, { filename: `${name}.cjs` });
  const run = script.runInThisContext() as (exports: object, require: unknown, module: object, filename: string, folder: string) => void;
  run(module.exports, require, module, process.execPath, ".");
  return module.exports;
}

/** What a package imported, as a configuration of Prettier that is a module, comes through require() as a URL. */
function toPath(name: string): string {
  return name.startsWith("file:") ? fileURLToPath(name) : name;
}

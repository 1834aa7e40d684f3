import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { BuildOptions, Plugin } from "esbuild";
import type { TemplateLibrary } from "../powershell/library.ts";
import { storeLibrary } from "../powershell/stored-library.ts";
import { generateAll } from "./generate.ts";

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The names of the two bundled programs, each with a hash of its text. */
export interface Programs {
  readonly whole: string;
  readonly compile: string;
  /** The files that they are made of, relative to the project. */
  readonly inputs: readonly string[];
}

/** What makes a program one expression, as the launcher starts it. */
export const WRAPPER = {
  banner: {
    js: '(function (exports, require, module, __filename, __dirname, readBeside) {const importMetaUrl = require("node:url").pathToFileURL(__filename).href;',
  },
  footer: { js: "})" },
  define: { "import.meta.url": "importMetaUrl" },
} as const satisfies BuildOptions;

/** How everything of the package is bundled. */
export const COMMON = {
  absWorkingDir: PROJECT,
  bundle: true,
  platform: "node",
  target: "node20.19",
  // Loaded at run time from node_modules: large, and needed by few commands.
  external: ["typescript", "jiti", "prettier", "@azure/identity"],
  // They come through require(): import() in code that is compiled from a cache is an experiment in Node 20, which warns.
  supported: { "dynamic-import": false },
  minify: true,
  legalComments: "linked",
  logLevel: "warning",
} as const satisfies BuildOptions;

/**
 * Fills the folder `out` (what was there is removed) with the package's programs: the command line as one file, in which what only some commands need (signing, watching,
 * reporters) does not run before they ask for it, and once more with what most builds and checks need alone, a third of its size; a launcher that gives the one or the other to V8 with its code
 * cache; and the modules `remedyc/kinds` and `remedyc/prettier`.
 * `src/generated/` must be up to date. Measured: imports cost a multiple of compiling when they come from hundreds of files, and compiling the
 * bundle a multiple of what a short remedy takes.
 */
export async function bundle(out: string): Promise<Programs> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const whole = await bundleProgram(out, "program", "src/cli/main.ts");
  const compile = await bundleProgram(out, "compile", "src/cli/compile-program.ts", leaveOut);
  const programs = { whole: whole.name, compile: compile.name, inputs: [...whole.inputs, ...compile.inputs] };
  await bundleLauncher(join(out, "remedyc.cjs"), programs);
  await build({
    ...COMMON,
    entryPoints: { kinds: "src/resources/language.ts", prettier: "src/formatter/plugin.ts" },
    outdir: out,
    outExtension: { ".js": ".mjs" },
    format: "esm",
  });
  chmodSync(join(out, "remedyc.cjs"), 0o755);
  return programs;
}

/** Writes what starts the programs, as a file beside them or, with what stands in for `beside.ts`, as the main program of an executable. */
export async function bundleLauncher(file: string, { whole, compile }: Programs, ...plugins: readonly Plugin[]): Promise<void> {
  await build({
    ...COMMON,
    entryPoints: ["src/build/bundled/launcher.ts"],
    outfile: file,
    format: "cjs",
    define: { WHOLE_PROGRAM: JSON.stringify(whole), COMPILE_PROGRAM: JSON.stringify(compile) },
    plugins: [...plugins],
  });
}

/** Writes a program under a name that holds a hash of its text; gives the name, and of what files it is made. */
async function bundleProgram(
  out: string,
  title: string,
  entry: string,
  ...plugins: readonly Plugin[]
): Promise<{ readonly name: string; readonly inputs: readonly string[] }> {
  const { outputFiles, metafile } = await build({
    ...COMMON,
    entryPoints: [entry],
    outfile: join(out, `${title}.cjs`),
    format: "cjs",
    write: false,
    metafile: true,
    // The launcher reads it as Latin-1, which V8 keeps in half the memory.
    charset: "ascii",
    alias: { "string-width": "./src/build/bundled/string-width.ts" },
    plugins: [keepData(out), useNodeHash, useLightParts, ...plugins],
    ...WRAPPER,
  });
  const names = outputFiles.map(({ path, text }) => {
    const contents = path.endsWith(".cjs") ? toAscii(text) : text;
    const hash = createHash("sha256").update(contents).digest("hex").slice(0, 16);
    const name = path.endsWith(".cjs") ? `${title}-${hash}.cjs` : basename(path);
    writeFileSync(join(out, name), contents);
    return name;
  });
  return { name: names.find((name) => name.endsWith(".cjs")) ?? "", inputs: Object.keys(metafile.inputs) };
}

/** esbuild leaves what stands in tagged templates as it is, since their raw text would change; nobody here reads that. */
function toAscii(program: string): string {
  return program.replace(/[^\u0000-\u007f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The compiler hashes in plain TypeScript, so that it runs anywhere; here it runs in Node. */
const useNodeHash: Plugin = {
  name: "Node's hash",
  setup(bundler) {
    bundler.onResolve({ filter: /\/sha256\.ts$/ }, () => ({ path: join(PROJECT, "src", "build", "bundled", "sha256.ts") }));
  },
};

/** What of Chevrotain is much work at every start, and what does the same with less. */
const LIGHT_PARTS: { readonly [path: string]: string } = { "tokens.js": "token-types.ts", "lexer.js": "lexer-analysis.ts" };

const useLightParts: Plugin = {
  name: "light parts of Chevrotain",
  setup(bundler) {
    bundler.onResolve({ filter: /\/(?:tokens|lexer)\.js$/ }, ({ path, importer }) => {
      const light = /[\\/]node_modules[\\/]chevrotain[\\/]/.test(importer) ? LIGHT_PARTS[basename(path)] : undefined;
      return light === undefined ? undefined : { path: join(PROJECT, "src", "build", "bundled", light) };
    });
  },
};

/** What the small program loads when it needs it and does not have: the launcher then runs the whole one. Nothing has been written when it comes there. */
const LEFT_OUT = /[\\/](?:watch|load-user-kinds|read-file|read-signing-section|signing-session|signing-host)\.ts$/;

const leaveOut: Plugin = {
  name: "what the whole program has",
  setup(bundler) {
    bundler.onResolve({ filter: LEFT_OUT }, ({ path, kind }) => (kind === "dynamic-import" ? { path, namespace: "whole" } : undefined));
    bundler.onLoad({ filter: /./, namespace: "whole" }, () => ({
      contents: 'import { NeedsWholeProgram } from "./needs-whole-program.ts";\nthrow new NeedsWholeProgram();',
      resolveDir: join(PROJECT, "src", "cli"),
    }));
  },
};

/** Generated data stays JSON beside the bundle: reading and parsing it takes a fraction of the time that V8 needs to compile the same data as a program. Of the templates, which are the most of it, a build reads what it needs. */
function keepData(out: string): Plugin {
  return {
    name: "generated data",
    setup(bundler) {
      bundler.onLoad({ filter: /[\\/]src[\\/]generated[\\/][a-z]+\.json$/ }, ({ path }) => {
        const isLibrary = basename(path) === "templates.json";
        const data: unknown = JSON.parse(readFileSync(path, "utf8"));
        const name = isLibrary ? "templates.txt" : basename(path);
        writeFileSync(join(out, name), isLibrary ? storeLibrary(data as TemplateLibrary) : JSON.stringify(data));
        const open = isLibrary ? 'import { openLibrary as open } from "../powershell/stored-library.ts";' : "const open = JSON.parse;";
        return { contents: `${open}\nexport default open(readBeside("${name}").toString("utf8"));`, resolveDir: dirname(path) };
      });
    },
  };
}

/** What most remedies are made of stands in these: the code cache holds what ran, and the rest is compiled in each build that needs it. */
const WARM_UP = ["entra-provisioning-agent", "print-spooler", "service-virtual-account", "tls12-baseline"];

/**
 * Runs the bundle in `out` so that its code caches lie beside it. In the package the first build and the first check with a version of Node leave them behind; here it is that of `node`: the Node that
 * installs from source, or that of an executable. Both programs are warmed: `--no-watch` is read by the whole one.
 * @throws Error when it does not build the examples.
 */
export function warmUp(
  out: string,
  node: readonly [string, ...string[]] = [process.execPath],
  environment: NodeJS.ProcessEnv = process.env,
): void {
  const folder = mkdtempSync(join(tmpdir(), "remedyc-"));
  const files = [...WARM_UP.map((name) => `examples/${name}.remedy`), "--set", "service_name=Service"];
  const build = ["build", ...files, "--out", folder];
  const [program, ...leading] = node;
  // Into a file: Node's pipes are sockets, which Wine does not have.
  const log = join(folder, "log");
  const output = openSync(log, "a");
  for (const command of [build, ["check", ...files], [...build, "--no-watch"]]) {
    const run = spawnSync(program, [...leading, join(out, "remedyc.cjs"), ...command], {
      cwd: PROJECT,
      env: environment,
      stdio: ["ignore", output, output],
    });
    if (run.status !== 0) throw new Error(`the bundle does not build the examples: ${run.error?.message ?? readFileSync(log, "utf8")}`);
  }
  closeSync(output);
  rmSync(folder, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = join(PROJECT, "dist");
  await generateAll();
  await bundle(out);
  warmUp(out);
}

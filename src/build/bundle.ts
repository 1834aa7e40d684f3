import { chmodSync, copyFileSync, mkdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Plugin } from "esbuild";
import { generateAll } from "./generate.ts";

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const OUT = join(PROJECT, "dist");

/** Generated data stays JSON beside the bundle: reading and parsing it takes a fraction of the time that V8 needs to compile the same data as a program. */
const generatedData: Plugin = {
  name: "generated data",
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]src[\\/]generated[\\/][a-z]+\.json$/ }, ({ path }) => {
      const name = basename(path);
      mkdirSync(OUT, { recursive: true });
      copyFileSync(path, join(OUT, name));
      return {
        contents: `import { readFileSync } from "node:fs";\nexport default JSON.parse(readFileSync(new URL("./${name}", import.meta.url), "utf8"));`,
      };
    });
  },
};

/**
 * Makes `dist/`: one bundled entry for the command line with the compile path in it, and chunks that only the commands that need them load
 * (signing, TypeScript, file watching). Measured: imports cost a multiple of compiling when they come from hundreds of files.
 */
await generateAll();
rmSync(OUT, { recursive: true, force: true });
await build({
  absWorkingDir: PROJECT,
  entryPoints: { remedyc: "src/cli/main.ts", kinds: "src/resources/language.ts" },
  outdir: OUT,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  alias: { "string-width": "./src/build/bundled/string-width.ts" },
  plugins: [generatedData],
  // Loaded at run time from node_modules: large, and needed by few commands.
  external: ["typescript", "jiti", "@azure/identity"],
  // Bundled CommonJS packages call require() for Node's own modules.
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: true,
  keepNames: false,
  legalComments: "linked",
  logLevel: "warning",
});
chmodSync(join(OUT, "remedyc.mjs"), 0o755);

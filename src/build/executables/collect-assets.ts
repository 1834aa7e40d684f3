import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Metafile, Plugin } from "esbuild";
import { COMMON, WRAPPER, bundle, bundleLauncher } from "../bundle.ts";

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

/** What programs require of the packages that the package leaves outside. */
const PACKAGES = ["typescript", "jiti", "prettier", "prettier/doc", "@azure/identity"];

/** An npm package of which something is inside. */
export interface BundledPackage {
  /** `name@version` */
  readonly id: string;
  /** Where it is installed. */
  readonly folder: string;
}

/** What all executables hold, whatever their platform. */
export interface Assets {
  /** The main program, which starts the others. */
  readonly main: string;
  /** Name -> file. */
  readonly files: Readonly<Record<string, string>>;
  /** The npm packages of which something is inside. */
  readonly packages: readonly BundledPackage[];
}

/** Bundles everything into `stage`, which also holds the package's programs, for making their code caches: below `node_modules`, where these find what they leave outside. */
export async function collectAssets(stage: string): Promise<Assets> {
  const programs = await bundle(stage);
  const main = join(stage, "main.cjs");
  await bundleLauncher(main, programs, useAssets);
  const files: Record<string, string> = Object.fromEntries(
    [
      programs.whole,
      programs.compile,
      ...readdirSync(stage).filter((name) => /\.(?:json|txt)$/.test(name) && !name.endsWith(".LEGAL.txt")),
    ].map((name) => [name, join(stage, name)]),
  );
  const inputs = [...programs.inputs];
  for (const name of PACKAGES) {
    const file = join(stage, `package-${name.replace(/\W/g, "-")}.cjs`);
    inputs.push(...Object.keys((await bundlePackage(name, file)).inputs));
    files[`package:${name}`] = file;
  }
  return { main, files, packages: listPackages(inputs) };
}

/** In an executable nothing lies beside the programs. */
const useAssets: Plugin = {
  name: "assets in place of files",
  setup(bundler) {
    bundler.onResolve({ filter: /\/beside\.ts$/ }, () => ({ path: join(PROJECT, "src", "build", "bundled", "beside-executable.ts") }));
  },
};

async function bundlePackage(name: string, file: string): Promise<Metafile> {
  const { metafile } = await build({
    ...COMMON,
    ...WRAPPER,
    external: [],
    stdin: { contents: `module.exports = require(${JSON.stringify(name)});`, resolveDir: PROJECT },
    format: "cjs",
    outfile: file,
    metafile: true,
    // The licences go beside the executables, whole.
    legalComments: "none",
    plugins: [dropPrettierPlugins],
  });
  return metafile;
}

/** Of Prettier nothing is used but what finds its configuration, which may be YAML. */
const dropPrettierPlugins: Plugin = {
  name: "Prettier's own languages",
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]prettier[\\/]plugins[\\/]/ }, ({ path }) => (/yaml\.m?js$/.test(path) ? undefined : { contents: "" }));
  },
};

/** The packages of which a file is among the inputs, each once. */
function listPackages(inputs: readonly string[]): BundledPackage[] {
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replaceAll("\\", "/"))?.[0] ?? []);
  const packages = new Map<string, BundledPackage>();
  for (const folder of [...new Set(folders)].sort().map((each) => join(PROJECT, each))) {
    const { name = "", version = "" } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Readonly<Record<string, string>>;
    const id = `${name}@${version}`;
    if (!packages.has(id)) packages.set(id, { id, folder });
  }
  return [...packages.values()];
}

import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";
import { build } from "esbuild";
import { languageConfiguration } from "../editors/language-configuration.ts";
import { createSnippets } from "../editors/snippets.ts";
import { createTextMateGrammar } from "../editors/textmate.ts";
import { createManifest } from "../editors/vscode/manifest.ts";
import { bundle } from "./bundle.ts";

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const STAGE = join(PROJECT, "node_modules", ".cache", "remedyc-vscode");

/** What the command line loads from beside it: kinds of one's own, configurations in TypeScript, the layout of a project. */
const PACKAGES: { readonly [name: string]: readonly string[] } = {
  typescript: ["package.json", "LICENSE.txt", "lib/typescript.js"],
  jiti: ["package.json", "LICENSE", "lib/jiti.mjs", "lib/jiti.cjs", "dist"],
  // Its own languages are left out.
  prettier: ["package.json", "LICENSE", "index.mjs", "index.cjs", "doc.mjs", "doc.js"],
};

/** Lays the extension out in a folder as VS Code has it installed: what is generated, the client, and the whole command line. What was there is removed. */
export async function layOutExtension(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as { readonly version: string };
  const write = (name: string, data: object): void => writeFileSync(join(folder, name), `${JSON.stringify(data, undefined, 2)}\n`);
  write("package.json", createManifest(version));
  write("language-configuration.json", languageConfiguration);
  write("remedy.tmLanguage.json", createTextMateGrammar());
  write("snippets.json", createSnippets());
  // All that is laid out is meant; vsce asks for a word on it.
  writeFileSync(join(folder, ".vscodeignore"), "**/*.cache\n");
  cpSync(join(PROJECT, "src", "editors", "vscode", "README.md"), join(folder, "README.md"));
  for (const name of ["LICENSE", "CHANGELOG.md"]) cpSync(join(PROJECT, name), join(folder, name));
  await build({
    absWorkingDir: PROJECT,
    entryPoints: ["src/editors/vscode/extension.ts"],
    outfile: join(folder, "extension.cjs"),
    bundle: true,
    minify: true,
    platform: "node",
    // That of VS Code 1.91.
    target: "node20.9",
    format: "cjs",
    external: ["vscode"],
    legalComments: "linked",
    logLevel: "warning",
  });
  await bundle(join(folder, "remedyc"));
  const require = createRequire(import.meta.url);
  for (const [name, files] of Object.entries(PACKAGES)) {
    const from = dirname(require.resolve(`${name}/package.json`));
    for (const file of files) cpSync(join(from, file), join(folder, "remedyc", "node_modules", name, file), { recursive: true });
  }
}

/** Lays the extension out in a folder and packs it with vsce into a `.vsix` file: written elsewhere and renamed, so that what is there is whole. */
export async function packExtension(folder: string, path: string): Promise<void> {
  await layOutExtension(folder);
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(`${folder}-packed`, basename(path));
  mkdirSync(dirname(temporary), { recursive: true });
  await createVSIX({ cwd: folder, packagePath: temporary, dependencies: false, allowMissingRepository: true });
  renameSync(temporary, path);
  rmSync(dirname(temporary), { recursive: true });
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { version } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as { readonly version: string };
  const path = join(PROJECT, "out-vscode", `remedyc-${version}.vsix`);
  await packExtension(STAGE, path);
  process.stdout.write(`${relative(process.cwd(), path)}\n`);
}

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BundledPackage } from "./collect-assets.ts";
import { NODE_VERSION } from "./targets.ts";

/** The licences of all that is in the executables, whole, as most of them ask for. `node`: the program of Node.js, beside which npm's package has its licence. */
export function renderLicenses(project: string, packages: readonly BundledPackage[], node: string): string {
  const nodeText = readText(join(dirname(node), "LICENSE"));
  return [
    render("remedyc", readText(join(project, "LICENSE"))),
    render(`Node.js ${NODE_VERSION}`, nodeText === "" ? "https://github.com/nodejs/node/blob/main/LICENSE\n" : nodeText),
    ...packages.map(({ id, folder }) => render(id, readPackage(folder))),
  ].join("\n");
}

function render(title: string, text: string): string {
  return `${"=".repeat(80)}\n${title}\n${"=".repeat(80)}\n\n${text.replaceAll("\r\n", "\n").trim()}\n`;
}

/** Its licence and its notices; what package.json says of it where it has no such file. */
function readPackage(folder: string): string {
  const names = readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying|notice|third-?party)/i.test(name));
  const texts = names.sort().map((name) => readText(join(folder, name)));
  if (texts.length > 0) return texts.join("\n");
  const { license = "" } = JSON.parse(readText(join(folder, "package.json"))) as { readonly license?: string };
  return `License: ${license}`;
}

function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuiltPage } from "../pages/frame.ts";

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), "..");

/** What a page has in it: its script as a browser runs it, and its style behind that of all pages. `folder` of `src/` holds both. */
export async function buildPage(folder: string): Promise<BuiltPage> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(SOURCE, folder, "page.ts")],
    bundle: true,
    format: "iife",
    target: "es2022",
    charset: "ascii",
    minify: true,
    write: false,
  });
  const styles = [join(SOURCE, "pages", "browser", "base.css"), join(SOURCE, folder, "page.css")];
  const style = styles.map((path) => readFileSync(path, "utf8").replaceAll("\r\n", "\n")).join("");
  return { script: outputFiles[0]?.text ?? "", style };
}

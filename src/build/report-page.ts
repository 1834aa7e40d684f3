import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "..", "reporting", "page");

/** What the page of a report has in it: its script as a browser runs it, and its style. */
export async function buildReportPage(): Promise<{ readonly script: string; readonly style: string }> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(FOLDER, "page.ts")],
    bundle: true,
    format: "iife",
    target: "es2022",
    charset: "ascii",
    minify: true,
    write: false,
  });
  return { script: outputFiles[0]?.text ?? "", style: readFileSync(join(FOLDER, "page.css"), "utf8").replaceAll("\r\n", "\n") };
}

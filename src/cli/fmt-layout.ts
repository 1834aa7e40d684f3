import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { usualLayout } from "../formatter/format.ts";
import type { Layout } from "../formatter/format.ts";

const LARGEST_WIDTH = 10_000;
const LINE_ENDS: ReadonlySet<unknown> = new Set(["auto", "lf", "crlf", "cr"]);

/** The layout of a file: what Prettier's configuration and `.editorconfig` say of it, for the rest the usual. Undefined, with the reason, where they cannot be used. */
export async function findLayout(shown: string, path: string): Promise<WithDiagnostics<Layout | undefined>> {
  const refuse = (reason: string): WithDiagnostics<undefined> => ({
    value: undefined,
    diagnostics: [createDiagnostic("RMD8703", undefined, { path: shown, reason })],
  });
  const { resolveConfig } = await import("prettier");
  let config: Readonly<Record<string, unknown>>;
  try {
    config = { ...(await resolveConfig(path, { editorconfig: true })) };
  } catch (error) {
    const lines = (error instanceof Error ? error.message : String(error)).split("\n");
    return refuse((lines[0] ?? "").replace(/[.:]$/, ""));
  }
  const layout: Record<string, unknown> = { ...usualLayout };
  for (const name of Object.keys(usualLayout)) if (config[name] !== undefined) layout[name] = config[name];
  const { printWidth, tabWidth, useTabs, endOfLine } = layout;
  // An editor's "off" of max_line_length is no width at all.
  if (printWidth === Infinity) layout["printWidth"] = LARGEST_WIDTH;
  else if (!isWidth(printWidth)) return refuse(`'printWidth' is ${JSON.stringify(printWidth)} and not a whole number`);
  if (!isWidth(tabWidth)) return refuse(`'tabWidth' is ${JSON.stringify(tabWidth)} and not a whole number`);
  if (typeof useTabs !== "boolean") return refuse(`'useTabs' is ${JSON.stringify(useTabs)} and not true or false`);
  if (!LINE_ENDS.has(endOfLine)) return refuse(`'endOfLine' is ${JSON.stringify(endOfLine)} and not auto, lf, crlf or cr`);
  return { value: layout as unknown as Layout, diagnostics: [] };
}

function isWidth(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= LARGEST_WIDTH;
}

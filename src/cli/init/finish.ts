import { existsSync } from "node:fs";
import { join } from "node:path";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import { showText } from "../../diagnostics/show-text.ts";
import { formatText } from "../../formatter/format.ts";
import { compileFiles } from "../../scaffold/judge.ts";
import { shellWord, showPath, writeFresh } from "./place.ts";
import { fail } from "./session.ts";
import type { InitOutcome, InitSession } from "./session.ts";

/** A remedy that is ready to be written. */
export interface ReadyRemedy {
  /** What it is, for people: its title, and what it is built for. */
  readonly about: string;
  /** By their path in the folder; `fileName` is the remedy's own. */
  readonly files: { readonly [path: string]: string };
  readonly fileName: string;
  /** Parameters without which it is not built. */
  readonly settings: readonly string[];
  /** What a person has still to say in it. */
  readonly toComplete: readonly string[];
  /** A setup file that has to lie beside it, by its path there, and where it comes from. */
  readonly setup?: { readonly path: string; readonly from: string } | undefined;
}

/** The remedies among files as `remedyc fmt` has them. */
const layOut = (files: ReadyRemedy["files"]): ReadyRemedy["files"] =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, path.endsWith(".remedy") ? (formatText(path, text).value ?? text) : text]),
  );

/** Compiles what is to be written, writes it, and says what comes next. */
export async function finish(ready: ReadyRemedy, { argv, folder, place, compiler }: InitSession): Promise<InitOutcome> {
  const { about, fileName, settings, toComplete, setup } = ready;
  const files = layOut(ready.files);
  const found = await compileFiles(files, fileName, settings, compiler);
  const error = found.find(({ severity }) => severity === "error");
  if (error) return fail(createDiagnostic("RMD8609", undefined, { reason: error.message }));
  const refused = writeFresh(place.folder, files, { force: argv.force, from: folder });
  if (refused) return fail(refused);
  const show = (path: string): string => showPath(join(place.folder, path), folder);
  const word = [shellWord(show(fileName)), ...settings.map((setting) => `--set ${shellWord(setting)}`)].join(" ");
  const others = Object.keys(files).filter((path) => path !== fileName);
  return {
    value: {
      text: [
        `Wrote ${show(fileName)}: ${showText(about)}`,
        ...others.map((path) => `Wrote ${show(path)}, which belongs to it`),
        "",
        "Next:",
        ...(setup !== undefined && !existsSync(join(place.folder, setup.path))
          ? [`  put ${setup.from} at ${shellWord(show(setup.path))}`]
          : []),
        `  remedyc test ${word}`,
        `  remedyc build ${word}`,
        "",
      ].join("\n"),
    },
    diagnostics: toComplete.map((what) => createDiagnostic("RMD8605", undefined, { file: show(fileName), what })),
  };
}

import { join, relative, sep } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { toJsonText } from "../diagnostics/show-text.ts";
import type { AppFile, AppFiles } from "./app-files.ts";
import { identifyRoot } from "./left-over/project-root.ts";
import { readEarlierFiles } from "./left-over/read-manifest.ts";
import { reviewEarlierFiles } from "./left-over/review.ts";
import type { CurrentBuild } from "./left-over/review.ts";
import { createScriptList, listFiles } from "./manifest.ts";
import type { Manifest } from "./manifest.ts";
import type { FinalScript } from "./sign-outputs.ts";
import { version } from "./version.ts";
import { writeOutputs } from "./write-outputs.ts";

/** What was asked for, and where its scripts go. `folder` is the one that messages name files from. */
export type BuildPlace = Omit<CurrentBuild, "files" | "show"> & { readonly folder: string };

/** What a build has written into its folder and removed there; without a manifest when it could not, and then nothing has changed. */
export interface WrittenBuild {
  readonly manifest: Manifest | undefined;
  /** What was written besides scripts. */
  readonly files: readonly AppFile[];
  /** Paths relative to the output folder. */
  readonly removed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes the scripts of a build and its manifest, and takes away what is left over when that was asked for: all of it or nothing. From the look at the
 * earlier manifest to the end it does not wait, so what was seen is what is replaced.
 */
export function writeBuild(scripts: readonly FinalScript[], apps: AppFiles, { folder, ...place }: BuildPlace): WrittenBuild {
  const { root, out } = place;
  const show = (path: string): string => relative(folder, join(out, path)).split(sep).join("/");
  const list = createScriptList(scripts, apps.apps, version);
  const files = listFiles([...list.scripts, ...apps.files]);
  const before = readEarlierFiles(out, show("manifest.json"));
  const { earlier, leftOver, removals, diagnostics } = reviewEarlierFiles(before.value, { ...place, files, show });
  const manifest: Manifest = { ...list, root: identifyRoot(root, out), files, earlier, leftOver };
  const failure = writeOutputs(
    out,
    [
      ...scripts.map(({ output, pieces }) => ({ path: output.file, pieces })),
      ...apps.files.map(({ output }) => output),
      { path: "manifest.json", pieces: [Buffer.from(`${toJsonText(manifest)}\n`)] },
    ],
    removals,
  );
  return failure
    ? { manifest: undefined, files: [], removed: [], diagnostics: [failure] }
    : { manifest, files: apps.files, removed: removals, diagnostics: [...before.diagnostics, ...diagnostics] };
}

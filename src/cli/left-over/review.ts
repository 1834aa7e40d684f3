import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { BuiltFile, EarlierFile } from "../manifest.ts";
import type { RememberedFile } from "./read-manifest.ts";
import { exists, inspectFile, isSameFile } from "./inspect-file.ts";
import { showManifestText } from "./output-path.ts";
import { findRoot } from "./project-root.ts";

/** What a build was asked for and is about to write: what the files of earlier builds are judged by. */
export interface CurrentBuild {
  readonly root: string;
  readonly out: string;
  /** The source files of the build, relative to the root. */
  readonly sources: readonly string[];
  /** The targets that `--target` names; undefined when every script of the sources is written. */
  readonly targets: readonly string[] | undefined;
  readonly files: readonly BuiltFile[];
  /** Take away what is left over. */
  readonly clean: boolean;
  /** A file of the output folder as messages name it. */
  readonly show: (path: string) => string;
}

/** What becomes of the files of earlier builds. All of them are sorted by path. */
export interface Review {
  /** Still belong there: files of sources, or for targets, that this build was not asked for. */
  readonly earlier: readonly EarlierFile[];
  /** Belong no longer, and stay. */
  readonly leftOver: readonly EarlierFile[];
  /** Belong no longer, and are to be removed: paths relative to the output folder. */
  readonly removals: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a build can say of a file that it did not write. `stale`: it belongs there, but its source has changed since. */
type Verdict = { readonly kind: "belongs" } | { readonly kind: "stale" } | { readonly kind: "left-over"; readonly reason: string };

/**
 * Sorts the files of earlier builds that this one does not write. A build judges what it was asked to build and nothing else: a file is left over when its
 * source was built, for the target of that file, and did not give it, when its source is gone, or when an earlier build has found that already.
 * Everything else still belongs there.
 */
export function reviewEarlierFiles(files: readonly RememberedFile[], build: CurrentBuild): Review {
  let judge: ReturnType<typeof createJudge> | undefined;
  const written = new Map(build.files.map((file) => [file.path.toLowerCase(), file.path]));
  const review = { earlier: [] as EarlierFile[], leftOver: [] as EarlierFile[], removals: [] as string[], diagnostics: [] as Diagnostic[] };
  for (const remembered of [...files].sort((a, b) => (a.file.path < b.file.path ? -1 : 1))) {
    const { file } = remembered;
    const place = join(build.out, file.path);
    const twin = written.get(file.path.toLowerCase());
    // A name whose case alone has changed is the same file on Windows, and another one on Linux.
    if (twin === file.path || (twin !== undefined && isSameFile(place, join(build.out, twin)))) continue;
    if (!exists(place)) continue;
    const shown = build.show(file.path);
    // Most builds write all of them again, and need no judge.
    judge ??= createJudge(build);
    const verdict = judge(remembered);
    if (verdict.kind !== "left-over") {
      review.earlier.push(file);
      if (verdict.kind === "stale")
        review.diagnostics.push(createDiagnostic("RMD7028", undefined, { file: shown, source: showManifestText(file.source) }));
      continue;
    }
    const state = inspectFile(build.out, file.path, file.sha256);
    const { reason } = verdict;
    if (state.kind === "missing") continue;
    if (state.kind === "intact" && build.clean) {
      review.removals.push(file.path);
      continue;
    }
    review.leftOver.push(file);
    review.diagnostics.push(
      state.kind === "intact"
        ? createDiagnostic("RMD7025", undefined, { file: shown, reason })
        : createDiagnostic("RMD7026", undefined, { file: shown, reason, obstacle: state.obstacle }),
    );
  }
  return review;
}

function createJudge(build: CurrentBuild): (remembered: RememberedFile) => Verdict {
  const hashes = new Map(build.files.map((file) => [file.source, file.sourcesSha256]));
  const built = new Map(build.sources.map((source) => [locate(resolve(build.root, source)), hashes.get(source)]));
  const findRootOnce = remember((identity) => findRoot(identity, build.root, build.out, build.sources));
  const locateOnce = remember(locate);
  return ({ file: { root: identity, source, sourcesSha256, target }, wasLeftOver }) => {
    const shown = showManifestText(source);
    const unmade: Verdict = { kind: "left-over", reason: `'${shown}' no longer makes it` };
    const root = findRootOnce(identity);
    // Another project's: whether its source is there cannot be seen from here.
    if (root === undefined) return wasLeftOver ? unmade : { kind: "belongs" };
    const place = locateOnce(resolve(root, source));
    if (place === undefined) return { kind: "left-over", reason: `its source '${shown}' is gone` };
    if (wasLeftOver) return unmade;
    if (!built.has(place)) return { kind: "belongs" };
    if (build.targets?.includes(target) === false) return { kind: built.get(place) === sourcesSha256 ? "belongs" : "stale" };
    return unmade;
  };
}

/** Where a file really is; undefined when it is gone. What cannot be looked at is taken to be there. */
function locate(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    return code === "ENOENT" || code === "ENOTDIR" ? undefined : path;
  }
}

/** The scripts of a remedy have the same source, so each question is asked several times. */
function remember<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (key) => {
    const found = known.get(key) ?? { value: work(key) };
    known.set(key, found);
    return found.value;
  };
}

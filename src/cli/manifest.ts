import { createHash } from "node:crypto";
import { showValue } from "../checker/values.ts";
import type { Plan } from "../plan/plan.ts";
import type { FinalScript } from "./sign-outputs.ts";

/** One script of a build, as `manifest.json` lists it. Sizes are bytes, hashes SHA-256 in lower-case hexadecimal. */
export interface ManifestEntry {
  readonly file: string;
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly publisher: string | null;
  /** Whom the script runs as. */
  readonly context: "system" | "user";
  readonly target: string;
  readonly role: string;
  readonly size: number;
  readonly sha256: string;
  readonly source: { readonly path: string; readonly sha256: string };
  readonly imports: readonly { readonly path: string; readonly sha256: string }[];
  /** Who signed it and the hash of what was signed (that of the emitted script); null when it is not signed. `size` and `sha256` are of the file as written. */
  readonly signature: FinalScript["signature"] | null;
  /** Values fixed when building, as text; secrets appear as references, so none is in here. */
  readonly parameters: { readonly [name: string]: string };
}

/** What carries an app to devices, as `manifest.json` lists it, with the files that it holds besides its scripts. */
export interface ManifestApp {
  readonly name: string;
  readonly version: string;
  readonly target: string;
  /** The package; of an app whose content is a folder, that folder. */
  readonly content: string;
  /** What the channel is told of the app; null where a script tells it. */
  readonly settings: string | null;
  readonly carries: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
}

/** A file that a build wrote: its path relative to the output folder with `/`, its bytes' hash, and what it was made of. */
export interface BuiltFile {
  readonly path: string;
  readonly sha256: string;
  readonly target: string;
  /** The file that declares the remedy, relative to the project root. */
  readonly source: string;
  /** Of the paths and hashes of `source` and its imports: differs as soon as one of them does. */
  readonly sourcesSha256: string;
}

/** A file of an earlier build, with the identity of the project root to which its source is relative (see `identifyRoot`). */
export interface EarlierFile extends BuiltFile {
  readonly root: string;
}

/**
 * What a build wrote, and what earlier builds wrote that still lies in the folder. It has no time stamp and no name or path of the machine: the same input
 * into the same folder gives the same bytes. Lists of files are sorted by path.
 */
export interface Manifest {
  readonly compiler: string;
  readonly scripts: readonly ManifestEntry[];
  readonly apps: readonly ManifestApp[];
  readonly root: string;
  /** Everything that this build wrote, itself left out. */
  readonly files: readonly BuiltFile[];
  /** Of earlier builds, and still belongs there: this build was asked for other remedies or targets. */
  readonly earlier: readonly EarlierFile[];
  /** Of earlier builds, and no longer belongs there: what `--clean` takes away as long as nobody has changed it. */
  readonly leftOver: readonly EarlierFile[];
}

/** The part of a manifest that tells the scripts of a build. */
export function createScriptList(
  scripts: readonly FinalScript[],
  apps: readonly ManifestApp[],
  version: string,
): Pick<Manifest, "compiler" | "scripts" | "apps"> {
  return { compiler: `remedyc ${version}`, scripts: scripts.map(toEntry), apps };
}

/** What is known of a file that a build writes. */
export type FileOrigin = Pick<ManifestEntry, "file" | "sha256" | "target" | "source" | "imports">;

/** The list of the files of a build, scripts and what goes with apps. */
export function listFiles(files: readonly FileOrigin[]): BuiltFile[] {
  return files
    .map(({ file, sha256, target, source, imports }) => {
      const sources = [source, ...imports].map((each) => `${each.sha256} ${each.path}\n`).join("");
      return { path: file, sha256, target, source: source.path, sourcesSha256: createHash("sha256").update(sources).digest("hex") };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The sources of a plan as a manifest has them. */
export function listSources(plan: Plan): Pick<ManifestEntry, "source" | "imports"> {
  const [source = { path: "", sha256: "" }, ...imports] = plan.sources.map(({ path, sha256 }) => ({ path, sha256 }));
  return { source, imports };
}

function toEntry({ output: { file, plan, role }, pieces, size, signature }: FinalScript): ManifestEntry {
  return {
    file,
    name: plan.remedy.name,
    version: plan.remedy.version,
    title: plan.remedy.title,
    publisher: plan.remedy.publisher ?? null,
    context: plan.remedy.context,
    target: plan.target,
    role: role.role,
    size,
    sha256: pieces.reduce((hash, piece) => hash.update(piece), createHash("sha256")).digest("hex"),
    ...listSources(plan),
    signature: signature ?? null,
    parameters: Object.fromEntries(
      plan.fixed.filter((fixed) => fixed.value.kind !== "secret").map((fixed) => [fixed.name, showValue(fixed.value)]),
    ),
  };
}

import { createHash } from "node:crypto";
import { showValue } from "../checker/values.ts";
import type { FinalScript } from "./sign-outputs.ts";

/** One script of a build, as `manifest.json` lists it. Sizes are bytes, hashes SHA-256 in lower-case hexadecimal. */
export interface ManifestEntry {
  readonly file: string;
  readonly name: string;
  readonly version: string;
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

/** What a build wrote. It has no time stamp and no machine's name: the same input gives the same bytes. */
export interface Manifest {
  readonly compiler: string;
  readonly scripts: readonly ManifestEntry[];
}

export function createManifest(scripts: readonly FinalScript[], version: string): Manifest {
  return { compiler: `remedyc ${version}`, scripts: scripts.map(toEntry) };
}

function toEntry({ output: { file, plan, role }, pieces, size, signature }: FinalScript): ManifestEntry {
  const [main, ...imports] = plan.sources.map((source) => ({ path: source.path, sha256: source.sha256 }));
  return {
    file,
    name: plan.remedy.name,
    version: plan.remedy.version,
    target: plan.target,
    role: role.role,
    size,
    sha256: pieces.reduce((hash, piece) => hash.update(piece), createHash("sha256")).digest("hex"),
    source: main ?? { path: "", sha256: "" },
    imports,
    signature: signature ?? null,
    parameters: Object.fromEntries(
      plan.fixed.filter((fixed) => fixed.value.kind !== "secret").map((fixed) => [fixed.name, showValue(fixed.value)]),
    ),
  };
}

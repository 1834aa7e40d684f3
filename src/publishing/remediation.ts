/** A script as a build wrote it and `manifest.json` lists it. */
export interface BuiltScript {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly isSigned: boolean;
}

/** A remedy as one build wrote it for Intune Remediations. */
export interface BuiltRemediation {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly publisher: string | undefined;
  readonly context: "system" | "user";
  /** The file that declares it, relative to the project root. */
  readonly source: string;
  readonly detect: BuiltScript;
  readonly remediate: BuiltScript;
}

/** What a build says of its remediations. */
export interface BuildOutput {
  readonly remediations: readonly BuiltRemediation[];
  /** Remedies of earlier builds that still belong in the folder: they are not published now, but are in the repository. */
  readonly earlier: readonly string[];
}

/**
 * What a kind does from every way in which a machine deviates: things named literally, through a `%Variable%`, by a parameter and as the elements of a
 * list, each of them in its own way wrong. Detect, fix, detect, fix: the fix helps, says no more than it did, and the second one changes nothing.
 */
export interface Conformance {
  readonly kind: string;
  /** Members and statements of the remedy. */
  readonly parameters?: string;
  readonly statements: string;
  /** Machines that deviate, each the items of a `given`. */
  readonly deviations: readonly string[];
  /** What the fix comes to, where that is not success: Windows takes some settings up when it restarts. */
  readonly outcome?: string;
}

/** Kinds beside those of `conformance.test.ts`. */
export const moreKinds: readonly Conformance[] = [
  {
    kind: "winget_package",
    parameters: 'param place: string = "Contoso.Parameter"',
    statements: String.raw`
      ensure winget_package("7zip.7zip", scope: any) { minimum_version: 24.09 }
      ensure winget_package(place, source: "contoso") present
      each id in ["Contoso.One", "Contoso.Two"] { ensure winget_package(id) absent }`,
    deviations: [
      String.raw`winget_package("7zip.7zip") { version: 9.20 }
        winget_package("Contoso.One") { version: none }`,
      String.raw`winget_package("Contoso.Parameter") present
        winget_package("Contoso.Two") present`,
    ],
  },
];

/**
 * `remedyc.config.{ts,js,json}`: defaults for the command line. Paths are relative to the file's folder, which is the project root.
 * A `.ts` or `.js` file has this as its default export.
 */
export interface RemedycConfig {
  /** Files, folders or patterns that a command without files takes. */
  readonly files?: readonly string[];
  /** Output folder of `build`. */
  readonly out?: string;
  /** Targets to build, instead of those that the remedies name. */
  readonly targets?: readonly string[];
  /** Parameter files. */
  readonly params?: readonly string[];
  /** Parameters, `name` or `remedy.name` to value. */
  readonly set?: { readonly [name: string]: string };
  /** How `build --sign` signs: the key and the time-stamp servers, never a password (docs/signing.md tells its members). */
  readonly signing?: { readonly [member: string]: unknown };
}

const KEYS: { readonly [key in keyof RemedycConfig]-?: (value: unknown) => boolean } = {
  files: isTextList,
  out: (value) => typeof value === "string",
  targets: isTextList,
  params: isTextList,
  set: (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((inner) => typeof inner === "string"),
  signing: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
};

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((inner) => typeof inner === "string");
}

/** Checks what a configuration file holds; returns the reason when it is none. */
export function validateConfig(value: unknown): { readonly config: RemedycConfig } | { readonly reason: string } {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { reason: "it must hold (or export by default) an object" };
  for (const [key, inner] of Object.entries(value)) {
    const isValid = Object.hasOwn(KEYS, key) ? KEYS[key as keyof RemedycConfig] : undefined;
    if (!isValid) return { reason: `it has no setting '${key}'; there are ${Object.keys(KEYS).join(", ")}` };
    if (!isValid(inner)) return { reason: `'${key}' has the wrong form` };
  }
  return { config: value };
}

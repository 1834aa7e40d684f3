import { findClosest } from "../binder/did-you-mean.ts";

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
  /** How grave the rules of `lint` are, by name or code; `off`: a rule does not look (docs/lint.md). */
  readonly lint?: { readonly [rule: string]: "error" | "warning" | "note" | "off" };
}

const KEYS: { readonly [key in keyof RemedycConfig]-?: { readonly form: string; readonly fits: (value: unknown) => boolean } } = {
  files: { form: 'a list of texts, as ["fleet"]', fits: isTextList },
  out: { form: 'a text, as "out"', fits: (value) => typeof value === "string" },
  targets: { form: 'a list of texts, as ["standalone"]', fits: isTextList },
  params: { form: 'a list of texts, as ["contoso.yaml"]', fits: isTextList },
  set: { form: 'texts by name, as { "limit": "2h" }', fits: (value) => isObject(value) && Object.values(value).every(isText) },
  lint: {
    form: 'rules with error, warning, note or off, as { "http-address": "off" }',
    fits: (value) => isObject(value) && Object.values(value).every((word) => ["error", "warning", "note", "off"].includes(String(word))),
  },
  signing: { form: "an object (docs/signing.md)", fits: isObject },
};

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

/** Checks what a configuration file holds; returns the reason when it is none, and which setting is wrong. */
export function validateConfig(
  value: unknown,
): { readonly config: RemedycConfig } | { readonly reason: string; readonly setting?: string } {
  if (!isObject(value)) return { reason: "it must hold (or export by default) an object" };
  for (const [key, inner] of Object.entries(value)) {
    const known = Object.hasOwn(KEYS, key) ? KEYS[key as keyof RemedycConfig] : undefined;
    const closest = known ? undefined : findClosest(key, Object.keys(KEYS));
    const guess = closest === undefined ? "" : `; did you mean '${closest}'`;
    if (!known) return { reason: `it has no setting '${key}'${guess}; there are ${Object.keys(KEYS).join(", ")}`, setting: key };
    if (!known.fits(inner)) return { reason: `'${key}' must be ${known.form}`, setting: key };
  }
  return { config: value };
}

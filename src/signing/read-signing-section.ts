import { hashNames } from "./hash.ts";
import type { SignerConfig } from "./keys/open-signer.ts";
import { failWith, finding, succeed, type Outcome } from "./outcome.ts";
import type { SigningConfig } from "./signing-session.ts";

/** What a member of the section must be. */
type Shape = "text" | "texts" | "hash" | "input" | "password";

/** A section's members by name; those ending with `?` may be left out. */
type Members = Readonly<Record<string, Shape>>;

const sources: Readonly<Record<SignerConfig["source"], Members>> = {
  pfx: { file: "text", "password?": "password" },
  pem: { key: "text", certificate: "text", "password?": "password" },
  command: { command: "texts", certificate: "text", "input?": "input" },
  "azure-key-vault": { vault: "text", certificate: "text", "version?": "text" },
  "azure-trusted-signing": { endpoint: "text", account: "text", profile: "text" },
};

const general: Members = {
  "hash?": "hash",
  "timestampUrls?": "texts",
  "timestampCa?": "texts",
  "description?": "text",
  "descriptionUrl?": "text",
};

const passwordSources: Readonly<Record<string, Members>> = { prompt: {}, env: { name: "text" }, file: { path: "text" }, stdin: {} };

/** Raised within this file for the first thing that is wrong. */
class ConfigError extends Error {
  readonly path: string;
  constructor(path: string, detail: string) {
    super(detail);
    this.path = path;
  }
}

/**
 * Reads the `signing` section of a configuration, which comes from a file and may be anything. Unknown members are refused, and so is a
 * password: the section names where it comes from. File names are taken as they stand; whoever calls knows to which folder they belong.
 */
export function readSigningSection(section: unknown): Outcome<SigningConfig> {
  try {
    const { signer, ...rest } = expectObject(section, "signing");
    const { source, chain, ...members } = expectObject(signer, "signing.signer");
    const shape = typeof source === "string" ? Object.entries(sources).find(([name]) => name === source)?.[1] : undefined;
    if (!shape) throw new ConfigError("signing.signer.source", `it must be one of ${Object.keys(sources).join(", ")}`);
    checkMembers(members, shape, "signing.signer");
    if (chain !== undefined) checkShape(chain, "texts", "signing.signer.chain");
    checkMembers(rest, general, "signing");
    // Every member was checked against the tables above, which are those of the types.
    return succeed(section as SigningConfig);
  } catch (error) {
    if (error instanceof ConfigError) return failWith(finding("RMD8040", { path: error.path, detail: error.message }));
    throw error;
  }
}

function expectObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ConfigError(path, "it must be an object");
  return { ...value };
}

function checkMembers(value: Readonly<Record<string, unknown>>, members: Members, path: string): void {
  const known = new Map(Object.entries(members).map(([name, shape]) => [name.replace("?", ""), { shape, isOptional: name.endsWith("?") }]));
  const unknown = Object.keys(value).find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new ConfigError(
      `${path}.${unknown}`,
      known.size === 0 ? "nothing may stand here" : `there are only ${[...known.keys()].join(", ")}`,
    );
  for (const [name, { shape, isOptional }] of known) {
    const member = value[name];
    if (member !== undefined) checkShape(member, shape, `${path}.${name}`);
    else if (!isOptional) throw new ConfigError(`${path}.${name}`, "it is missing");
  }
}

function checkShape(value: unknown, shape: Shape, path: string): void {
  switch (shape) {
    case "text":
      if (typeof value !== "string" || value === "") throw new ConfigError(path, "it must be a text that is not empty");
      return;
    case "texts":
      if (!Array.isArray(value) || value.length === 0) throw new ConfigError(path, "it must be a list of texts");
      value.forEach((item, i) => {
        checkShape(item, "text", `${path}[${i}]`);
      });
      return;
    case "hash":
      if (!hashNames.some((hash) => hash === value)) throw new ConfigError(path, `it must be one of ${hashNames.join(", ")}`);
      return;
    case "input":
      if (value !== "digest" && value !== "digest-info") throw new ConfigError(path, "it must be digest or digest-info");
      return;
    case "password": {
      if (typeof value === "string")
        throw new ConfigError(
          path,
          'a password may not stand in a file that others read; name where it comes from, as in { from: "env", name: "PFX_PASSWORD" }',
        );
      const { from, ...rest } = expectObject(value, path);
      const members = typeof from === "string" ? Object.entries(passwordSources).find(([name]) => name === from)?.[1] : undefined;
      if (!members) throw new ConfigError(`${path}.from`, `it must be one of ${Object.keys(passwordSources).join(", ")}`);
      checkMembers(rest, members, path);
      return;
    }
    default:
      shape satisfies never;
  }
}

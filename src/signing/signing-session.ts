import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createBundledRoots } from "./certificate/bundled-roots.ts";
import type { HashName } from "./hash.ts";
import type { SigningHost } from "./host.ts";
import { openSigner, readCertificateFiles, type SignerConfig } from "./keys/open-signer.ts";
import { failWith, succeed, type Outcome } from "./outcome.ts";
import { signScript, type SignedScript } from "./sign.ts";

/** All that signing is told, by the command line or a configuration file. Plain data without any secret in it. */
export interface SigningConfig {
  readonly signer: SignerConfig;
  /** SHA-256 when absent. */
  readonly hash?: HashName;
  /** RFC 3161 servers, tried in turn. */
  readonly timestampUrls?: readonly string[];
  /** Certificate files that are trusted for time stamps, beside the roots that Node.js ships. */
  readonly timestampCa?: readonly string[];
  readonly description?: string;
  readonly descriptionUrl?: string;
}

/** A script to be signed; `file` is for messages and for the one who writes it. */
export interface UnsignedScript {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Signs scripts with the key of a configuration: all or none. The key is opened once, so a password is asked for once. Findings that are
 * the same for all scripts (about the certificate) are given once.
 */
export async function signScripts(
  scripts: readonly UnsignedScript[],
  config: SigningConfig,
  host: SigningHost,
): Promise<Outcome<readonly (SignedScript & { readonly file: string })[]>> {
  const signer = await openSigner(config.signer, host);
  if (!signer.value) return failWith(...signer.diagnostics);
  const bundled = createBundledRoots();
  const urls = config.timestampUrls ?? [];
  const timestampCa = await readCertificateFiles(config.timestampCa ?? [], host);
  if (!timestampCa.value) return failWith(...timestampCa.diagnostics);
  const options = {
    hash: config.hash ?? "sha256",
    timestamp: urls.length > 0 ? { urls, anchors: [...timestampCa.value, ...bundled()] } : undefined,
    description: config.description,
    descriptionUrl: config.descriptionUrl,
    get roots() {
      return bundled();
    },
  } as const;
  const signed: (SignedScript & { readonly file: string })[] = [];
  const found = new Map<string, Diagnostic>();
  let isComplete = true;
  for (const { file, bytes } of scripts) {
    const result = await signScript(bytes, file, signer.value, options, host);
    for (const diagnostic of result.diagnostics) found.set(diagnostic.message, diagnostic);
    if (result.value) signed.push({ file, ...result.value });
    else isComplete = false;
  }
  const diagnostics = [...signer.diagnostics, ...found.values()];
  return isComplete ? succeed(signed, diagnostics) : failWith(...diagnostics);
}

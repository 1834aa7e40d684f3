import type { Argv } from "yargs";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { WithDiagnostics } from "../../diagnostics/diagnostic.ts";
import { hashNames, type HashName } from "../../signing/hash.ts";
import type { SignerConfig } from "../../signing/keys/open-signer.ts";
import { splitCommandLine } from "../../signing/keys/command-line.ts";
import { failWith, finding, succeed } from "../../signing/outcome.ts";
import type { SecretSource } from "../../signing/secrets.ts";
import type { SigningConfig } from "../../signing/signing-session.ts";

/** Where a password comes from. */
export interface PasswordArguments {
  readonly passwordEnv?: string | undefined;
  readonly passwordFile?: string | undefined;
  readonly passwordStdin?: boolean | undefined;
}

/** The options of `sign` and of `build --sign`, as yargs gives them. */
export interface SigningArguments extends PasswordArguments {
  readonly pfx?: string | undefined;
  readonly key?: string | undefined;
  readonly certificate?: string | undefined;
  readonly chain?: readonly string[] | undefined;
  readonly signerCommand?: string | undefined;
  readonly signerInput?: "digest" | "digest-info" | undefined;
  readonly azureKeyVault?: string | undefined;
  readonly azureTrustedSigning?: string | undefined;
  readonly hash?: HashName | undefined;
  readonly timestampUrl?: readonly string[] | undefined;
  readonly timestampCa?: readonly string[] | undefined;
  readonly description?: string | undefined;
  readonly descriptionUrl?: string | undefined;
}

/** Adds the options that name a password's source; none takes the password itself, since other users can read a process's arguments. */
export const addPasswordOptions = <T>(yargs: Argv<T>) =>
  yargs
    .option("password-env", {
      type: "string",
      requiresArg: true,
      describe: "Environment variable with the key's password",
      group: "Password:",
    })
    .option("password-file", { type: "string", requiresArg: true, describe: "File with the key's password", group: "Password:" })
    .option("password-stdin", { type: "boolean", describe: "Read the key's password from standard input", group: "Password:" });

/** Adds the options that say which key signs and how. */
export const addSigningOptions = <T>(yargs: Argv<T>) =>
  addPasswordOptions(yargs)
    .option("pfx", { type: "string", requiresArg: true, describe: "Key and certificates in a PFX file", group: "Key:" })
    .option("key", { type: "string", requiresArg: true, describe: "Private key in a PEM file; needs --certificate", group: "Key:" })
    .option("signer-command", {
      type: "string",
      requiresArg: true,
      describe: "Program that signs a digest; needs --certificate",
      group: "Key:",
    })
    .option("signer-input", { choices: ["digest", "digest-info"] as const, describe: "What the program reads", group: "Key:" })
    .option("azure-key-vault", {
      type: "string",
      requiresArg: true,
      describe: "https://VAULT.vault.azure.net/certificates/NAME",
      group: "Key:",
    })
    .option("azure-trusted-signing", {
      type: "string",
      requiresArg: true,
      describe: "https://REGION.codesigning.azure.net/ACCOUNT/PROFILE",
      group: "Key:",
    })
    .option("certificate", {
      type: "string",
      requiresArg: true,
      describe: "Certificate of the key (PEM, DER or PKCS #7), with its chain if it is in the file",
      group: "Key:",
    })
    .option("chain", {
      type: "string",
      array: true,
      requiresArg: true,
      describe: "Further certificates: intermediates and the root",
      group: "Key:",
    })
    .option("hash", { choices: hashNames, default: "sha256" as const, describe: "Hash of the signature", group: "Signature:" })
    .option("timestamp-url", {
      type: "string",
      array: true,
      requiresArg: true,
      describe: "RFC 3161 servers, tried in turn",
      group: "Signature:",
    })
    .option("timestamp-ca", {
      type: "string",
      array: true,
      requiresArg: true,
      describe: "Roots to trust for time stamps, beside those of Node.js",
      group: "Signature:",
    })
    .option("description", { type: "string", requiresArg: true, describe: "Name that Windows shows for the script", group: "Signature:" })
    .option("description-url", {
      type: "string",
      requiresArg: true,
      describe: "Address that Windows shows for the script",
      group: "Signature:",
    });

/** The signing configuration that the options say, or what is wrong with them (wrong usage). */
export function readSigningConfig(options: SigningArguments): WithDiagnostics<SigningConfig | undefined> {
  const password = readPasswordSource(options);
  const signer = readSigner(options, password.value);
  if (!signer.value || password.diagnostics.length > 0) return failWith(...password.diagnostics, ...signer.diagnostics);
  return succeed({
    signer: signer.value,
    ...(options.hash ? { hash: options.hash } : {}),
    ...(options.timestampUrl ? { timestampUrls: options.timestampUrl } : {}),
    ...(options.timestampCa ? { timestampCa: options.timestampCa } : {}),
    ...(options.description === undefined ? {} : { description: options.description }),
    ...(options.descriptionUrl === undefined ? {} : { descriptionUrl: options.descriptionUrl }),
  });
}

/** Where the password comes from; undefined: ask. */
export function readPasswordSource(options: PasswordArguments): WithDiagnostics<SecretSource | undefined> {
  const sources: SecretSource[] = [];
  if (options.passwordEnv !== undefined) sources.push({ from: "env", name: options.passwordEnv });
  if (options.passwordFile !== undefined) sources.push({ from: "file", path: options.passwordFile });
  if (options.passwordStdin) sources.push({ from: "stdin" });
  const wrong: Diagnostic[] =
    sources.length > 1 ? [finding("RMD8039", { option: "--password-…", detail: "more than one source of the password is named" })] : [];
  return { value: sources[0], diagnostics: wrong };
}

function readSigner(options: SigningArguments, password: SecretSource | undefined): WithDiagnostics<SignerConfig | undefined> {
  const { pfx, key, certificate, signerCommand, azureKeyVault, azureTrustedSigning } = options;
  const named = [pfx, key, signerCommand, azureKeyVault, azureTrustedSigning].filter((option) => option !== undefined).length;
  if (named !== 1) return failWith(finding("RMD8032", { detail: named === 0 ? "no key is named" : `${named} keys are named` }));
  const shared = { ...(options.chain ? { chain: options.chain } : {}) };
  const secret = { ...(password ? { password } : {}) };
  if (pfx !== undefined) return succeed({ source: "pfx", file: pfx, ...secret, ...shared });
  if (azureKeyVault !== undefined) return readKeyVault(azureKeyVault, shared);
  if (azureTrustedSigning !== undefined) return readTrustedSigning(azureTrustedSigning, shared);
  if (certificate === undefined)
    return failWith(finding("RMD8039", { option: key !== undefined ? "--key" : "--signer-command", detail: "it needs --certificate" }));
  if (key !== undefined) return succeed({ source: "pem", key, certificate, ...secret, ...shared });
  const command = splitCommandLine(signerCommand ?? "");
  if (!command)
    return failWith(finding("RMD8039", { option: "--signer-command", detail: "a quotation mark is not closed, or there is no program" }));
  return succeed({ source: "command", command, certificate, ...(options.signerInput ? { input: options.signerInput } : {}), ...shared });
}

/** The identifier that the portal shows for a certificate, with or without a version. */
function readKeyVault(address: string, shared: { readonly chain?: readonly string[] }): WithDiagnostics<SignerConfig | undefined> {
  const [origin, [folder, certificate, version]] = splitAddress(address);
  if (origin === undefined || folder !== "certificates" || certificate === undefined) {
    return failWith(
      finding("RMD8039", { option: "--azure-key-vault", detail: "it is not of the form https://VAULT.vault.azure.net/certificates/NAME" }),
    );
  }
  return succeed({ source: "azure-key-vault", vault: origin, certificate, ...(version === undefined ? {} : { version }), ...shared });
}

function readTrustedSigning(address: string, shared: { readonly chain?: readonly string[] }): WithDiagnostics<SignerConfig | undefined> {
  const [endpoint, [account, profile]] = splitAddress(address);
  if (endpoint === undefined || account === undefined || profile === undefined) {
    return failWith(
      finding("RMD8039", {
        option: "--azure-trusted-signing",
        detail: "it is not of the form https://REGION.codesigning.azure.net/ACCOUNT/PROFILE",
      }),
    );
  }
  return succeed({ source: "azure-trusted-signing", endpoint, account, profile, ...shared });
}

function splitAddress(address: string): readonly [string | undefined, readonly string[]] {
  try {
    const url = new URL(address);
    return [
      url.origin,
      url.pathname
        .split("/")
        .filter((part) => part !== "")
        .map(decodeURIComponent),
    ];
  } catch {
    return [undefined, []];
  }
}

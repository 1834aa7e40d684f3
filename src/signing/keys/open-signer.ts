import type { Certificate } from "../certificate/certificate.ts";
import { readCertificates } from "../certificate/read-certificates.ts";
import type { SigningHost } from "../host.ts";
import { failWith, finding, succeed, type Outcome } from "../outcome.ts";
import { readSecret, type SecretSource } from "../secrets.ts";
import type { Signer } from "./signer.ts";
import type { SignerCommandInput } from "./signer-command.ts";

/** Which key signs, as the command line and configuration files name it. Plain data without any secret in it. Files in `chain` hold intermediates and roots. */
export type SignerConfig = { readonly chain?: readonly string[] } & (
  | { readonly source: "pfx"; readonly file: string; readonly password?: SecretSource }
  | { readonly source: "pem"; readonly key: string; readonly certificate: string; readonly password?: SecretSource }
  | { readonly source: "command"; readonly command: readonly string[]; readonly certificate: string; readonly input?: SignerCommandInput }
  | { readonly source: "azure-key-vault"; readonly vault: string; readonly certificate: string; readonly version?: string }
  | { readonly source: "azure-trusted-signing"; readonly endpoint: string; readonly account: string; readonly profile: string }
);

/** Opens the key that a configuration names. Each source's library is loaded only when it is the one. */
export async function openSigner(config: SignerConfig, host: SigningHost): Promise<Outcome<Signer>> {
  const chain = await readCertificateFiles(config.chain ?? [], host);
  if (!chain.value) return failWith(...chain.diagnostics);
  switch (config.source) {
    case "pfx":
      return openPfx(config.file, config.password, chain.value, host);
    case "pem":
      return openPem(config.key, config.certificate, config.password, chain.value, host);
    case "command": {
      const certificates = await readCertificateFiles([config.certificate], host);
      if (!certificates.value) return failWith(...certificates.diagnostics);
      const { createCommandSigner } = await import("./signer-command.ts");
      return succeed(
        createCommandSigner(
          { command: config.command, input: config.input ?? "digest", certificates: [...certificates.value, ...chain.value] },
          host,
        ),
      );
    }
    case "azure-key-vault": {
      const { openKeyVaultSigner } = await import("./azure-key-vault.ts");
      return openKeyVaultSigner(
        { vault: config.vault, certificate: config.certificate, version: config.version, chain: chain.value },
        host,
      );
    }
    case "azure-trusted-signing": {
      const { createTrustedSigningSigner } = await import("./azure-trusted-signing.ts");
      return succeed(
        createTrustedSigningSigner(
          { endpoint: config.endpoint, account: config.account, profile: config.profile, chain: chain.value },
          host,
        ),
      );
    }
    default:
      return config satisfies never;
  }
}

/** The certificates of several files, PEM or DER or PKCS #7, in their order. */
export async function readCertificateFiles(paths: readonly string[], host: SigningHost): Promise<Outcome<readonly Certificate[]>> {
  const certificates: Certificate[] = [];
  for (const path of paths) {
    const file = await host.readFile(path);
    if ("error" in file) return failWith(finding("RMD8033", { file: path, detail: file.error }));
    const read = readCertificates(file.bytes);
    if ("detail" in read) return failWith(finding("RMD8023", { source: `'${path}'`, detail: read.detail }));
    certificates.push(...read.value);
  }
  return succeed(certificates);
}

/** Without a source of the password the user is asked; where nobody can be asked, the file is tried without one, as some have none. */
async function openPfx(
  path: string,
  source: SecretSource | undefined,
  chain: readonly Certificate[],
  host: SigningHost,
): Promise<Outcome<Signer>> {
  const file = await host.readFile(path);
  if ("error" in file) return failWith(finding("RMD8033", { file: path, detail: file.error }));
  const name = `'${path}'`;
  const password = await readSecret(source ?? { from: "prompt" }, name, host);
  if (password.value === undefined && source) return failWith(...password.diagnostics);
  const { openPfxSigner } = await import("./pfx.ts");
  const opened = await openPfxSigner(name, file.bytes, password.value ?? "", chain);
  const isGuess = password.value === undefined && opened.diagnostics.some(({ code }) => code === "RMD8024");
  return isGuess ? failWith(...password.diagnostics) : opened;
}

async function openPem(
  keyPath: string,
  certificatePath: string,
  source: SecretSource | undefined,
  chain: readonly Certificate[],
  host: SigningHost,
): Promise<Outcome<Signer>> {
  const certificates = await readCertificateFiles([certificatePath], host);
  if (!certificates.value) return failWith(...certificates.diagnostics);
  const file = await host.readFile(keyPath);
  if ("error" in file) return failWith(finding("RMD8033", { file: keyPath, detail: file.error }));
  const { isEncryptedPem, openPemSigner } = await import("./pem.ts");
  const name = `'${keyPath}'`;
  let password: string | undefined;
  if (isEncryptedPem(file.bytes)) {
    const secret = await readSecret(source ?? { from: "prompt" }, name, host);
    if (secret.value === undefined) return failWith(...secret.diagnostics);
    password = secret.value;
  }
  return openPemSigner(name, file.bytes, password, [...certificates.value, ...chain]);
}

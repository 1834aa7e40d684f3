import { resolve } from "node:path";
import type { OutputScript } from "../compiler/compile.ts";
import type { RemedycConfig } from "../config/config.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { describeLargestParts } from "../powershell/script-size.ts";
import type { SigningConfig } from "../signing/signing-session.ts";
import type { SigningArguments } from "./commands/signing-options.ts";
import { readSigningConfig } from "./commands/signing-options.ts";

/** A script as it is written: its bytes in pieces, and who signed it. Hashes are SHA-256 in lower-case hexadecimal. */
export interface FinalScript {
  readonly output: OutputScript;
  readonly pieces: readonly Uint8Array[];
  /** Bytes in all pieces. */
  readonly size: number;
  readonly signature: { readonly subject: string; readonly thumbprint: string; readonly unsignedSha256: string } | undefined;
}

/** The bytes of scripts that are not signed. The functions of a fleet's scripts are most of their bytes and often the same: each text becomes bytes once. */
export function toFinalScripts(outputs: readonly OutputScript[]): FinalScript[] {
  const known = new Map<string, Uint8Array>();
  const encode = (piece: string): Uint8Array => {
    const bytes = known.get(piece) ?? Buffer.from(piece, "latin1");
    known.set(piece, bytes);
    return bytes;
  };
  return outputs.map((output) => {
    const [before = "", functions = "", ...after] = output.script.pieces;
    const pieces = [Buffer.from(before, "latin1"), encode(functions), ...after.map((piece) => Buffer.from(piece, "latin1"))];
    return { output, pieces, size: output.script.text.length, signature: undefined };
  });
}

/** Signs every script of a build, or none: a step over exactly the bytes that were emitted. */
export async function signOutputs(
  outputs: readonly OutputScript[],
  options: SigningArguments,
  config: RemedycConfig,
  root: string,
): Promise<WithDiagnostics<readonly FinalScript[]>> {
  const chosen = await chooseSigning(options, config, root);
  if (!chosen.value) return { value: [], diagnostics: chosen.diagnostics };
  const [{ signScripts }, { createNodeSigningHost }] = await Promise.all([
    import("../signing/signing-session.ts"),
    import("./signing-host.ts"),
  ]);
  const signed = await signScripts(
    outputs.map(({ file, script }) => ({ file, bytes: Buffer.from(script.text, "latin1") })),
    chosen.value,
    createNodeSigningHost(),
  );
  if (!signed.value) return { value: [], diagnostics: [...chosen.diagnostics, ...signed.diagnostics] };
  const byFile = new Map(signed.value.map((script) => [script.file, script]));
  const final = outputs.flatMap((output): FinalScript[] => {
    const script = byFile.get(output.file);
    return script
      ? [
          {
            output,
            pieces: [script.bytes],
            size: script.bytes.length,
            signature: { subject: script.signer.subject, thumbprint: script.signer.thumbprint, unsignedSha256: script.hashBefore },
          },
        ]
      : [];
  });
  const tooLarge = final.flatMap(checkSignedSize);
  return { value: hasErrors(tooLarge) ? [] : final, diagnostics: [...chosen.diagnostics, ...signed.diagnostics, ...tooLarge] };
}

/** The command line's key when it names one, else the configuration file's. */
async function chooseSigning(
  options: SigningArguments,
  config: RemedycConfig,
  root: string,
): Promise<WithDiagnostics<SigningConfig | undefined>> {
  const { pfx, key, signerCommand, azureKeyVault, azureTrustedSigning } = options;
  const namesKey = [pfx, key, signerCommand, azureKeyVault, azureTrustedSigning].some((option) => option !== undefined);
  if (namesKey || config.signing === undefined) return readSigningConfig(options);
  const { readSigningSection } = await import("../signing/read-signing-section.ts");
  const section = readSigningSection(config.signing);
  return { value: section.value && resolvePaths(section.value, root), diagnostics: section.diagnostics };
}

/** Files of the configuration are relative to it. */
function resolvePaths(config: SigningConfig, root: string): SigningConfig {
  const { signer } = config;
  const at = (path: string): string => resolve(root, path);
  const chain = signer.chain ? { chain: signer.chain.map(at) } : {};
  const withFiles = ((): SigningConfig["signer"] => {
    switch (signer.source) {
      case "pfx":
        return { ...signer, ...chain, file: at(signer.file) };
      case "pem":
        return { ...signer, ...chain, key: at(signer.key), certificate: at(signer.certificate) };
      case "command":
        return { ...signer, ...chain, certificate: at(signer.certificate) };
      case "azure-key-vault":
      case "azure-trusted-signing":
        return { ...signer, ...chain };
      default:
        return signer satisfies never;
    }
  })();
  return { ...config, signer: withFiles, ...(config.timestampCa ? { timestampCa: config.timestampCa.map(at) } : {}) };
}

function checkSignedSize({ output, size }: FinalScript): Diagnostic[] {
  const limit = output.role.maximumBytes;
  if (limit === undefined || size <= limit) return [];
  const parts = describeLargestParts(output.script);
  return [
    createDiagnostic("RMD5001", output.plan.remedy.origin.span, { script: output.file, size, target: output.plan.target, limit, parts }),
  ];
}

import type { CommandModule } from "yargs";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SigningHost } from "../../signing/host.ts";
import type { CommandOutcome } from "./command-outcome.ts";
import { finishCommand } from "./finish-command.ts";
import { addSigningOptions, readSigningConfig, type SigningArguments } from "./signing-options.ts";

/** `remedyc sign`: the files and how to sign them. */
export interface SignArguments extends SigningArguments {
  readonly files: readonly string[];
}

/** Signs the files in place, all or none. Reads and writes through the host alone. */
export async function runSign(options: SignArguments, host: SigningHost): Promise<CommandOutcome> {
  const config = readSigningConfig(options);
  if (!config.value) return { exitCode: 2, stdout: "", diagnostics: config.diagnostics };
  const { signScripts } = await import("../../signing/signing-session.ts");
  const { finding } = await import("../../signing/outcome.ts");

  const scripts: { readonly file: string; readonly bytes: Uint8Array }[] = [];
  const unreadable: Diagnostic[] = [];
  for (const file of new Set(options.files)) {
    const content = await host.readFile(file);
    if ("error" in content) unreadable.push(finding("RMD8033", { file, detail: content.error }));
    else scripts.push({ file, bytes: content.bytes });
  }
  if (unreadable.length > 0) return { exitCode: 1, stdout: "", diagnostics: unreadable };

  const signed = await signScripts(scripts, config.value, host);
  if (!signed.value) return { exitCode: 1, stdout: "", diagnostics: signed.diagnostics };
  const lines: string[] = [];
  for (const { file, bytes, signer } of signed.value) {
    const error = await host.writeFile(file, bytes);
    if (error !== undefined) return { exitCode: 1, stdout: lines.join(""), diagnostics: [...signed.diagnostics, finding("RMD8034", { file, detail: error })] };
    lines.push(`${file}: signed by ${signer.subject} (${signer.thumbprint})\n`);
  }
  return { exitCode: 0, stdout: lines.join(""), diagnostics: signed.diagnostics };
}

export const signCommand: CommandModule<object, SignArguments> = {
  command: "sign <files..>",
  describe: "Sign PowerShell scripts (Authenticode) on any system",
  builder: (yargs) =>
    addSigningOptions(yargs.positional("files", { type: "string", array: true, demandOption: true, describe: "Scripts to sign in place; a signature that one has is replaced" }))
      .example("$0 sign out/*.ps1 --pfx code.pfx --password-env PFX_PASSWORD", "With a PFX file")
      .example("$0 sign out/*.ps1 --key code.key --certificate code.pem --timestamp-url http://timestamp.digicert.com", "With PEM files and a time stamp")
      .example("$0 sign a.ps1 --azure-key-vault https://corp.vault.azure.net/certificates/code", "With a key that never leaves its vault")
      .example("$0 sign a.ps1 --certificate code.pem --signer-command 'pkcs11-tool --sign -m RSA-PKCS' --signer-input digest-info", "With a hardware token"),
  handler: async (argv) => {
    const { createNodeSigningHost } = await import("../signing-host.ts");
    finishCommand(await runSign(argv, createNodeSigningHost()));
  },
};

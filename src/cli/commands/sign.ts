import type { CommandModule } from "yargs";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SigningHost } from "../../signing/host.ts";
import { finding } from "../../signing/outcome.ts";
import type { UnsignedScript } from "../../signing/signing-session.ts";
import type { CommandOutcome } from "./command-outcome.ts";
import type { OutputFormat } from "./common-options.ts";
import { finishCommand } from "./finish-command.ts";
import { addSigningOptions, readSigningConfig, type SigningArguments } from "./signing-options.ts";

/** `remedyc sign`: the files and how to sign them. */
export interface SignArguments extends SigningArguments {
  readonly files: readonly string[];
  readonly format?: OutputFormat | undefined;
}

/** Signs the files in place, all or none. Reads and writes through the host alone. */
export async function runSign(options: SignArguments, host: SigningHost): Promise<CommandOutcome> {
  const signed: {
    readonly file: string;
    readonly signer: string;
    readonly thumbprint: string;
    readonly hashBefore: string;
    readonly hashAfter: string;
  }[] = [];
  const finish = (exitCode: CommandOutcome["exitCode"], diagnostics: readonly Diagnostic[]): CommandOutcome => {
    const text = signed.map(({ file, signer, thumbprint }) => `${file}: signed by ${signer} (${thumbprint})\n`).join("");
    return { exitCode, text, json: { signed }, diagnostics };
  };
  const config = readSigningConfig(options);
  if (!config.value) return finish(2, config.diagnostics);
  const { signScripts } = await import("../../signing/signing-session.ts");

  const scripts: UnsignedScript[] = [];
  const unreadable: Diagnostic[] = [];
  for (const file of new Set(options.files)) {
    const content = await host.readFile(file);
    if ("error" in content) unreadable.push(finding("RMD8033", { file, detail: content.error }));
    else scripts.push({ file, bytes: content.bytes });
  }
  if (unreadable.length > 0) return finish(1, unreadable);

  const result = await signScripts(scripts, config.value, host);
  if (!result.value) return finish(1, result.diagnostics);
  const failure = await host.replaceFiles(result.value.map(({ file, bytes }) => ({ path: file, bytes })));
  if (failure) return finish(1, [...result.diagnostics, finding("RMD8034", { file: failure.path, detail: failure.error })]);
  for (const { file, signer, hashBefore, hashAfter } of result.value)
    signed.push({ file, signer: signer.subject, thumbprint: signer.thumbprint, hashBefore, hashAfter });
  return finish(0, result.diagnostics);
}

export const signCommand: CommandModule<object, SignArguments> = {
  command: "sign <files..>",
  describe: "Sign PowerShell scripts (Authenticode) on any system",
  builder: (yargs) =>
    addSigningOptions(
      yargs.positional("files", {
        type: "string",
        array: true,
        demandOption: true,
        describe: "Scripts, or folders with them, to sign in place; a signature that one has is replaced",
      }),
    )
      .option("format", { choices: ["text", "json", "sarif"] as const, default: "text" as const, describe: "How the result is printed" })
      .example("$0 sign out --pfx code.pfx --password-env PFX_PASSWORD", "With a PFX file")
      .example(
        "$0 sign out/*.ps1 --key code.key --certificate code.pem --timestamp-url http://timestamp.digicert.com",
        "With PEM files and a time stamp",
      )
      .example("$0 sign a.ps1 --azure-key-vault https://corp.vault.azure.net/certificates/code", "With a key that never leaves its vault")
      .example(
        "$0 sign a.ps1 --certificate code.pem --signer-command 'pkcs11-tool --sign -m RSA-PKCS' --signer-input digest-info",
        "With a hardware token",
      ),
  handler: async (argv) => {
    const { createNodeSigningHost, expandScripts } = await import("../signing-host.ts");
    const files = await expandScripts(argv.files);
    await finishCommand(await runSign({ ...argv, files }, createNodeSigningHost()), argv.format ?? "text");
  },
};

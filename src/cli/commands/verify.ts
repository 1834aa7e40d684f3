import type { CommandModule } from "yargs";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SigningHost } from "../../signing/host.ts";
import type { TrustOptions, Verdict } from "../../signing/verify.ts";
import { finding } from "../../signing/outcome.ts";
import type { CommandOutcome } from "./command-outcome.ts";
import type { OutputFormat } from "./common-options.ts";
import { finishCommand } from "./finish-command.ts";

/** `remedyc verify`: the files and whom to believe. */
export interface VerifyArguments {
  readonly files: readonly string[];
  readonly ca?: readonly string[] | undefined;
  readonly timestampCa?: readonly string[] | undefined;
  readonly format?: OutputFormat | undefined;
}

/** Verifies the files' signatures. Exit code 0 only when every file is verified. */
export async function runVerify(options: VerifyArguments, host: SigningHost): Promise<CommandOutcome> {
  const { readCertificateFiles } = await import("../../signing/keys/open-signer.ts");
  const { createBundledRoots } = await import("../../signing/certificate/bundled-roots.ts");
  const { verifyScript } = await import("../../signing/verify.ts");
  const { describeVerdict, printVerdict } = await import("../../signing/report.ts");

  const ca = await readCertificateFiles(options.ca ?? [], host);
  const timestampCa = await readCertificateFiles(options.timestampCa ?? [], host);
  if (!ca.value || !timestampCa.value)
    return { exitCode: 2, text: "", json: {}, diagnostics: [...ca.diagnostics, ...timestampCa.diagnostics] };
  const given = ca.value;
  const givenForStamps = [...timestampCa.value, ...given];
  const bundled = createBundledRoots();
  // Getters, since the bundled roots take a while to read and are needed only by scripts with a time stamp, or where no authority is named.
  const trust: TrustOptions = {
    get anchors() {
      return options.ca ? given : bundled();
    },
    get timestampAnchors() {
      return [...givenForStamps, ...bundled()];
    },
    now: host.now(),
  };

  const verdicts: Verdict[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of options.files) {
    const content = await host.readFile(file);
    if ("error" in content) {
      diagnostics.push(finding("RMD8033", { file, detail: content.error }));
    } else {
      const verdict = verifyScript(content.bytes, file, trust);
      verdicts.push(verdict);
      diagnostics.push(...verdict.reasons);
    }
  }
  return {
    exitCode: diagnostics.length === 0 ? 0 : 1,
    text: verdicts.map(printVerdict).join(""),
    json: { scripts: verdicts.map(describeVerdict) },
    diagnostics,
  };
}

export const verifyCommand: CommandModule<object, VerifyArguments> = {
  command: "verify <files..>",
  describe: "Verify the signatures of PowerShell scripts on any system",
  builder: (yargs) =>
    yargs
      .positional("files", { type: "string", array: true, demandOption: true, describe: "Scripts to verify, or folders with them" })
      .option("ca", {
        type: "string",
        array: true,
        requiresArg: true,
        describe: "Certificates to trust, instead of the roots that Node.js ships",
      })
      .option("timestamp-ca", {
        type: "string",
        array: true,
        requiresArg: true,
        describe: "Certificates to trust for time stamps, beside the others",
      })
      .option("format", { choices: ["text", "json", "sarif"] as const, default: "text" as const, describe: "How the verdicts are printed" })
      .example("$0 verify out --ca company-root.cer", "Scripts that the company's own authority stands for")
      .example("$0 verify out/*.ps1 --format json", "Verdicts for other programs"),
  handler: async (argv) => {
    const { createNodeSigningHost, expandScripts } = await import("../signing-host.ts");
    const files = await expandScripts(argv.files);
    await finishCommand(await runVerify({ ...argv, files }, createNodeSigningHost()), argv.format ?? "text");
  },
};

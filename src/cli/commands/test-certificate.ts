import { join } from "node:path";
import type { CommandModule } from "yargs";
import type { SigningHost } from "../../signing/host.ts";
import type { TestKeyKind } from "../../signing/test-certificate.ts";
import { finding } from "../../signing/outcome.ts";
import type { CommandOutcome } from "./command-outcome.ts";
import { finishCommand } from "./finish-command.ts";
import { addPasswordOptions, readPasswordSource, type PasswordArguments } from "./signing-options.ts";

/** `remedyc test-certificate`: what to make and where to put it. */
export interface TestCertificateArguments extends PasswordArguments {
  readonly out: string;
  readonly name: string;
  readonly key: TestKeyKind;
  readonly days: number;
}

const keyFile = "remedyc-test.key";
const certificateFile = "remedyc-test.cer";

/** Makes a code-signing certificate for trying out: a key file that only its owner may read, and a certificate file. Neither replaces one. */
export async function runTestCertificate(options: TestCertificateArguments, host: SigningHost): Promise<CommandOutcome> {
  const { readSecret } = await import("../../signing/secrets.ts");
  const { createTestCertificate, encodePem } = await import("../../signing/test-certificate.ts");
  if (!Number.isInteger(options.days) || options.days < 1 || options.days > 365) {
    return {
      exitCode: 2,
      text: "",
      json: {},
      diagnostics: [finding("RMD8039", { option: "--days", detail: "it must be a whole number from 1 to 365" })],
    };
  }
  const source = readPasswordSource(options);
  if (source.diagnostics.length > 0) return { exitCode: 2, text: "", json: {}, diagnostics: source.diagnostics };
  const password = source.value ? await readSecret(source.value, keyFile, host) : undefined;
  if (password && password.value === undefined) return { exitCode: 1, text: "", json: {}, diagnostics: password.diagnostics };

  const made = await createTestCertificate({
    name: options.name,
    key: options.key,
    days: options.days,
    now: host.now(),
    randomBytes: (count) => host.randomBytes(count),
  });
  const encryption = password?.value === undefined ? {} : { cipher: "aes-256-cbc", passphrase: password.value };
  const pem = made.privateKey.export({ type: "pkcs8", format: "pem", ...encryption });
  const files = [
    [join(options.out, keyFile), pem.toString()],
    [join(options.out, certificateFile), encodePem("CERTIFICATE", made.certificate)],
  ] as const;
  const failure = await host.writeSecretFiles(files.map(([path, content]) => ({ path, bytes: new TextEncoder().encode(content) })));
  if (failure) return { exitCode: 1, text: "", json: {}, diagnostics: [finding("RMD8034", { file: failure.path, detail: failure.error })] };
  const [key, cer] = files.map(([file]) => file);
  const text = [
    `A certificate for testing only: ${cer}, its key: ${key}`,
    `Sign:   remedyc sign script.ps1 --key ${key} --certificate ${cer}`,
    `Verify: remedyc verify script.ps1 --ca ${cer}`,
    `Trust it on a test machine, in PowerShell as administrator:`,
    `  Import-Certificate -FilePath ${certificateFile} -CertStoreLocation Cert:\\LocalMachine\\Root`,
    `  Import-Certificate -FilePath ${certificateFile} -CertStoreLocation Cert:\\LocalMachine\\TrustedPublisher`,
    "",
  ];
  return { exitCode: 0, text: text.join("\n"), json: { key, certificate: cer }, diagnostics: [] };
}

export const testCertificateCommand: CommandModule<object, TestCertificateArguments> = {
  command: "test-certificate",
  describe: "Make a code-signing certificate for trying out",
  builder: (yargs) =>
    addPasswordOptions(yargs)
      .option("out", { type: "string", default: ".", requiresArg: true, describe: "Folder for the two files" })
      .option("name", {
        type: "string",
        default: "remedyc",
        requiresArg: true,
        describe: "Name in the certificate; a mark that it is for testing is added",
      })
      .option("key", {
        choices: ["rsa-2048", "rsa-3072", "rsa-4096", "p256", "p384"] as const,
        default: "rsa-3072" as const,
        describe: "Kind of key",
      })
      .option("days", { type: "number", default: 30, requiresArg: true, describe: "Days until it expires, 365 at the most" })
      .example("$0 test-certificate", "An RSA key for 30 days in this folder")
      .example("$0 test-certificate --password-env TEST_PASSWORD", "With an encrypted key"),
  handler: async (argv) => {
    const { createNodeSigningHost } = await import("../signing-host.ts");
    await finishCommand(await runTestCertificate(argv, createNodeSigningHost()), "text");
  },
};

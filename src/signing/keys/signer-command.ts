import type { Certificate } from "../certificate/certificate.ts";
import { findKeyKind } from "../certificate/requirements.ts";
import type { HashName } from "../hash.ts";
import type { SigningHost } from "../host.ts";
import { failWith, finding, succeed } from "../outcome.ts";
import { isDerSignature, rawToDer } from "./ecdsa-forms.ts";
import { encodeDigestInfo, getAlgorithmName, isDigestSignature, type Signer } from "./signer.ts";

/** What a signer command reads: the digest alone, or the DigestInfo that raw RSA tools (PKCS #11's RSA_PKCS mechanism) pad. */
export type SignerCommandInput = "digest" | "digest-info";

/** A signer command with the certificates that belong to its key. */
export interface SignerCommand {
  /** Program and arguments; no shell reads them. `{algorithm}`, `{hash}`, `{digest-hex}` and `{digest-base64}` are replaced. */
  readonly command: readonly string[];
  readonly input: SignerCommandInput;
  readonly certificates: readonly Certificate[];
}

/**
 * A signer whose key is behind a program: an HSM's or PKCS #11 tool, a cloud's command line. The program gets the digest in binary on
 * standard input, and `REMEDYC_SIGN_ALGORITHM` (RS256 … ES512) and `REMEDYC_SIGN_DIGEST` (hexadecimal) in its environment. It writes
 * the signature alone to standard output, in binary or base64 (either alphabet); an ECDSA signature in DER or as r and s. Exit code 0.
 * Which of the forms it is needs no option: only one of them fits the certificate's key.
 */
export function createCommandSigner({ command, input, certificates }: SignerCommand, host: SigningHost): Signer {
  const [leaf] = certificates;
  const kind = (leaf && findKeyKind(leaf.publicKey)?.kind) ?? "rsa";
  const title = command.join(" ");
  const name = `the signer command '${title}'`;
  const sign = async (digest: Uint8Array, hash: HashName) => {
    const algorithm = getAlgorithmName(kind, hash);
    const digestHex = Buffer.from(digest).toString("hex");
    const replace = (part: string): string =>
      part
        .replaceAll("{algorithm}", algorithm)
        .replaceAll("{hash}", hash)
        .replaceAll("{digest-hex}", digestHex)
        .replaceAll("{digest-base64}", Buffer.from(digest).toString("base64"));
    const standardInput = input === "digest-info" && kind === "rsa" ? encodeDigestInfo(digest, hash) : digest;
    const result = await host.run(command.map(replace), standardInput, {
      REMEDYC_SIGN_ALGORITHM: algorithm,
      REMEDYC_SIGN_DIGEST: digestHex,
    });
    if (result.exitCode !== 0) {
      const why = result.stderr.trim().split("\n").at(-1) ?? "";
      const ending = result.exitCode === undefined ? "it could not be run" : `it ended with exit code ${result.exitCode}`;
      return failWith(finding("RMD8027", { command: title, detail: why === "" ? ending : `${ending}: ${why}` }));
    }
    const signature = await readSignature(
      result.stdout,
      async (candidate) => leaf !== undefined && (await isDigestSignature(leaf, digest, hash, candidate)),
    );
    if (!signature) return failWith(finding("RMD8028", { source: name, subject: leaf?.subject ?? "no certificate" }));
    return succeed({ signature, certificates });
  };
  return { kind, name, certificates, sign };
}

/** The form of the output that is a signature by the key; undefined when none is. */
async function readSignature(output: Uint8Array, isSound: (candidate: Uint8Array) => Promise<boolean>): Promise<Uint8Array | undefined> {
  const text = Buffer.from(output).toString("latin1").replace(/\s/gu, "");
  const spellings = [output, ...(/^[\w+/-]+=*$/u.test(text) ? [new Uint8Array(Buffer.from(text, "base64"))] : [])];
  const forms = spellings.flatMap((bytes) =>
    isDerSignature(bytes) || bytes.length % 2 !== 0 || bytes.length > 132 ? [bytes] : [bytes, rawToDer(bytes)],
  );
  for (const form of forms) if (await isSound(form)) return form;
  return undefined;
}

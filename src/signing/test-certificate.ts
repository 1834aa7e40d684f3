import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { oids } from "./asn1/object-identifiers.ts";
import { issueCertificate } from "./certificate/issue.ts";
import { testCertificateMark } from "./test-certificate-mark.ts";

export type TestKeyKind = "rsa-2048" | "rsa-3072" | "rsa-4096" | "p256" | "p384";

export const testKeyKinds: readonly TestKeyKind[] = ["rsa-2048", "rsa-3072", "rsa-4096", "p256", "p384"];

/** What to make. */
export interface TestCertificateRequest {
  /** Whose test it is; the mark is added to it. */
  readonly name: string;
  readonly key: TestKeyKind;
  readonly now: Date;
  readonly days: number;
  readonly randomBytes: (count: number) => Uint8Array;
}

/** A new key of a kind. */
export function generateTestKey(kind: TestKeyKind): KeyObject {
  switch (kind) {
    case "p256":
      return generateKeyPairSync("ec", { namedCurve: "prime256v1" }).privateKey;
    case "p384":
      return generateKeyPairSync("ec", { namedCurve: "secp384r1" }).privateKey;
    case "rsa-2048":
    case "rsa-3072":
    case "rsa-4096":
      return generateKeyPairSync("rsa", { modulusLength: Number(kind.slice(4)) }).privateKey;
    default:
      return kind satisfies never;
  }
}

/** Makes a self-signed code-signing certificate for trying out, with its key. Its name says so wherever Windows shows it. */
export async function createTestCertificate(
  request: TestCertificateRequest,
): Promise<{ readonly certificate: Uint8Array; readonly privateKey: KeyObject }> {
  const privateKey = generateTestKey(request.key);
  const commonName = `${request.name} (${testCertificateMark})`;
  const certificate = await issueCertificate({
    commonName,
    publicKey: privateKey,
    issuerName: commonName,
    issuerKey: privateKey,
    serialNumber: request.randomBytes(16),
    notBefore: request.now,
    notAfter: new Date(request.now.getTime() + request.days * 24 * 3600 * 1000),
    hash: "sha256",
    purposes: [oids.codeSigning],
    isAuthority: false,
  });
  return { certificate, privateKey };
}

/** DER as PEM. */
export function encodePem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/gu) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

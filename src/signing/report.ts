import type { Certificate } from "./certificate/certificate.ts";
import { findKeyKind } from "./certificate/requirements.ts";
import type { Verdict } from "./verify.ts";

const describeCertificate = (certificate: Certificate) => ({
  subject: certificate.subject,
  issuer: certificate.issuer,
  thumbprint: certificate.thumbprint,
  notBefore: certificate.notBefore.toISOString(),
  notAfter: certificate.notAfter.toISOString(),
  key: findKeyKind(certificate.publicKey)?.name ?? certificate.publicKey.asymmetricKeyType ?? "unknown",
});

/** A verdict as plain data for JSON: always the same members, null where nothing is known. */
export function describeVerdict(verdict: Verdict) {
  const { timestamp } = verdict;
  return {
    file: verdict.file,
    verified: verdict.isVerified,
    reasons: verdict.reasons.map(({ code, message }) => ({ code, message })),
    signer: verdict.signer ? describeCertificate(verdict.signer) : null,
    chain: verdict.chain.map(describeCertificate),
    digest: verdict.digest ? { algorithm: verdict.digest.hash, value: verdict.digest.value } : null,
    timestamp: timestamp
      ? { time: timestamp.time?.toISOString() ?? null, algorithm: timestamp.hash ?? null, chain: timestamp.chain.map(describeCertificate) }
      : null,
  };
}

/** A verdict in a few lines for people; the reasons are diagnostics and shown as such. */
export function printVerdict(verdict: Verdict): string {
  const { signer, chain, digest, timestamp } = verdict;
  const lines = [
    `${verdict.file}: ${verdict.isVerified ? "verified" : `NOT verified (${verdict.reasons.map(({ code }) => code).join(", ")})`}`,
  ];
  if (signer) {
    lines.push(`  signer      ${signer.subject}`);
    lines.push(`  thumbprint  ${signer.thumbprint}, valid ${signer.notBefore.toISOString()} to ${signer.notAfter.toISOString()}`);
  }
  for (const authority of chain.slice(1)) lines.push(`  issued by   ${authority.subject}`);
  if (digest) lines.push(`  digest      ${digest.hash} ${digest.value}`);
  if (signer) {
    const stamp = timestamp?.time
      ? `${timestamp.time.toISOString()} by ${timestamp.chain[0]?.subject ?? "an unknown server"}`
      : timestamp
        ? "unreadable"
        : "none";
    lines.push(`  time stamp  ${stamp}`);
  }
  return `${lines.join("\n")}\n`;
}

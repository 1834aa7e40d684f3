import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { equalBytes } from "../asn1/der-writer.ts";
import { oids } from "../asn1/object-identifiers.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { verifyChain } from "../certificate/chain.ts";
import { hashBytes, type HashName } from "../hash.ts";
import { isSignatureOf } from "../keys/signer.ts";
import { finding } from "../outcome.ts";
import { isNonce } from "./request.ts";
import { findAttributeFault, parseTimestampToken } from "./token.ts";

/** What a time stamp is checked against. */
export interface TimestampExpectation {
  /** The signature that was stamped: the octets of SignerInfo.signature. */
  readonly signature: Uint8Array;
  /** The nonce of the request; undefined when the request is long gone. */
  readonly nonce: Uint8Array | undefined;
  readonly anchors: readonly Certificate[];
  /** For messages: the script or the server. */
  readonly source: string;
}

/** What a time stamp says, and why it is not believed. */
export interface TimestampVerdict {
  readonly time: Date | undefined;
  readonly hash: HashName | undefined;
  readonly chain: readonly Certificate[];
  readonly reasons: readonly Diagnostic[];
}

/**
 * Verifies a token: imprint, nonce, signature, attributes, the time-stamping purpose (RFC 3161, 2.3: critical, and the only one), and the
 * chain at the very time it names, since servers' certificates are short-lived while their stamps are meant to last.
 */
export function verifyTimestamp(bytes: Uint8Array, expected: TimestampExpectation): TimestampVerdict {
  const fail = (detail: string): Diagnostic => finding("RMD8020", { source: expected.source, detail });
  const parsed = parseTimestampToken(bytes);
  if ("detail" in parsed) return { time: undefined, hash: undefined, chain: [], reasons: [fail(parsed.detail)] };
  const token = parsed.value;
  const { signer } = token;
  const reasons: Diagnostic[] = [];
  if (!equalBytes(token.imprint, hashBytes(token.imprintHash, expected.signature))) reasons.push(fail("it was made for another signature"));
  if (expected.nonce && !isNonce(token.nonce, expected.nonce)) reasons.push(fail("it answers another request (its nonce differs)"));
  const fault = findAttributeFault(token);
  if (fault !== undefined) reasons.push(fail(fault));
  if (!isSignatureOf(signer, token.signedOctets, token.hash, token.signature))
    reasons.push(fail(`it was not signed with the key of '${signer.subject}'`));
  const usage = signer.extendedKeyUsage;
  if (!usage?.critical || usage.purposes.length !== 1 || usage.purposes[0] !== oids.timeStamping) {
    reasons.push(
      fail(`the certificate '${signer.subject}' is not one for time stamps only (critical extended key usage 1.3.6.1.5.5.7.3.8)`),
    );
  }
  const { chain, reasons: chainReasons } = verifyChain({
    leaf: signer,
    helpers: token.certificates,
    anchors: expected.anchors,
    purpose: "timeStamping",
    time: token.time,
  });
  return { time: token.time, hash: token.imprintHash, chain, reasons: [...reasons, ...chainReasons] };
}

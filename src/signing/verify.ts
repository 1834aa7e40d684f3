import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { equalBytes, objectIdentifier, octetString } from "./asn1/der-writer.ts";
import { tryDer } from "./asn1/der-reader.ts";
import { oids } from "./asn1/object-identifiers.ts";
import { readIndirectData } from "./authenticode/indirect-data.ts";
import { decodeScript, hashedBytes } from "./authenticode/script-text.ts";
import { splitScript } from "./authenticode/signature-block.ts";
import { parseCertificate, type Certificate } from "./certificate/certificate.ts";
import { findLongestPath, verifyChain } from "./certificate/chain.ts";
import { checkCodeSigner } from "./certificate/requirements.ts";
import { parseSignedData } from "./cms/parse.ts";
import { contentOctets, encodeSignedAttributes, type SignedData } from "./cms/signed-data.ts";
import { hashBytes, toHex, type HashName } from "./hash.ts";
import { isDerSignature } from "./keys/ecdsa-forms.ts";
import { isSignatureOf } from "./keys/signer.ts";
import { finding } from "./outcome.ts";
import { verifyTimestamp, type TimestampVerdict } from "./timestamp/verify.ts";

/** Whom to believe, and when. */
export interface TrustOptions {
  /** Trusted for signers of code. */
  readonly anchors: readonly Certificate[];
  /** Trusted for time-stamp servers. */
  readonly timestampAnchors: readonly Certificate[];
  /** The moment that counts for a signature without a time stamp. */
  readonly now: Date;
}

/** What is known about a script's signature. Parts are undefined where the signature could not be read that far. */
export interface Verdict {
  readonly file: string;
  /** True exactly when `reasons` is empty. */
  readonly isVerified: boolean;
  /** Why not, all that was found. */
  readonly reasons: readonly Diagnostic[];
  readonly signer: Certificate | undefined;
  readonly chain: readonly Certificate[];
  /** The digest that was signed. */
  readonly digest: { readonly hash: HashName; readonly value: string } | undefined;
  readonly timestamp: TimestampVerdict | undefined;
}

/** Certificates in one signature; a real one has two to four. */
const mostCertificates = 20;

/**
 * Verifies a script's Authenticode signature. Strict: exactly one spelling of a signature is accepted (of ECDSA, where anybody
 * can turn s into n - s and Windows makes and takes both, each of the two numbers in its one spelling). Never throws, whatever the
 * bytes. Revocation is not asked for: that needs the network, and Windows does it where the script runs.
 */
export function verifyScript(bytes: Uint8Array, file: string, trust: TrustOptions): Verdict {
  const fail = (reasons: readonly Diagnostic[]): Verdict => ({
    file,
    isVerified: false,
    reasons,
    signer: undefined,
    chain: [],
    digest: undefined,
    timestamp: undefined,
  });
  const script = decodeScript(bytes, file);
  if (!script.value) return fail(script.diagnostics);
  const split = splitScript(script.value.text, file);
  if (!split.value) return fail(split.diagnostics);
  const { content, signature } = split.value;
  if (!signature) return fail([finding("RMD8014", { file })]);
  const parsed = parseSignedData(signature, file);
  if (!parsed.value) return fail(parsed.diagnostics);
  const data = parsed.value;
  const malformed = (detail: string): Verdict => fail([finding("RMD8015", { file, detail })]);
  const digest = tryDer(() => readIndirectData(data.content));
  if ("detail" in digest) return malformed(digest.detail);
  if (digest.value.hash !== data.hash) return malformed("its digest and its signature use different hashes");
  const certificates = readAllCertificates(data);
  if ("detail" in certificates) return malformed(certificates.detail);
  const signer = certificates.value.find(
    (certificate) => equalBytes(certificate.issuerName, data.issuer) && equalBytes(certificate.serialNumber, data.serialNumber),
  );
  if (!signer) return malformed("it lacks its signer's certificate");
  return judge(file, content, data, digest.value, signer, certificates.value, trust);
}

function judge(
  file: string,
  content: string,
  data: SignedData,
  digest: { hash: HashName; digest: Uint8Array },
  signer: Certificate,
  certificates: readonly Certificate[],
  trust: TrustOptions,
): Verdict {
  const reasons: Diagnostic[] = [];
  if (!equalBytes(hashBytes(digest.hash, hashedBytes(content)), digest.digest)) reasons.push(finding("RMD8016", { file }));
  const fault = findAttributeFault(data);
  if (fault !== undefined) reasons.push(finding("RMD8018", { file, detail: fault }));
  const isSound =
    isSignatureOf(signer, encodeSignedAttributes(data.signedAttributes), data.hash, data.signature) &&
    (data.signatureKind === "rsa" || isDerSignature(data.signature));
  const isKind = signer.publicKey.asymmetricKeyType === data.signatureKind;
  if (!isSound || !isKind) reasons.push(finding("RMD8017", { file, subject: signer.subject }));
  reasons.push(...checkCodeSigner(signer));

  const timestamp = data.timestampToken
    ? verifyTimestamp(data.timestampToken, {
        signature: data.signature,
        nonce: undefined,
        anchors: trust.timestampAnchors,
        source: `'${file}'`,
      })
    : undefined;
  if (timestamp) reasons.push(...timestamp.reasons);
  const { chain, reasons: chainReasons } = verifyChain({
    leaf: signer,
    helpers: certificates,
    anchors: trust.anchors,
    purpose: "codeSigning",
    time: getDecidingTime(signer, timestamp, trust),
  });
  reasons.push(...chainReasons);
  const related = [...chain, ...findAbove(chain.at(-1), certificates)];
  const stray = certificates.find((certificate) => !related.some((member) => member.fingerprint === certificate.fingerprint));
  if (chainReasons.length === 0 && stray)
    reasons.push(finding("RMD8015", { file, detail: `it carries the certificate '${stray.subject}', which has no part in its chain` }));
  return {
    file,
    isVerified: reasons.length === 0,
    reasons: withoutRepeats(reasons),
    signer,
    chain,
    digest: { hash: digest.hash, value: toHex(digest.digest) },
    timestamp,
  };
}

/** What may stand above a trusted certificate that is no root: it proves nothing any more, but signers carry it for those who trust the root. */
function findAbove(top: Certificate | undefined, certificates: readonly Certificate[]): readonly Certificate[] {
  return top && !top.isSelfSigned ? findLongestPath(top, certificates) : [];
}

/** A time stamp decides, unless the certificate says that its signatures end with it (Microsoft's "lifetime signing" purpose). */
function getDecidingTime(signer: Certificate, timestamp: TimestampVerdict | undefined, trust: TrustOptions): Date {
  if (signer.extendedKeyUsage?.purposes.includes(oids.lifetimeSigning)) return trust.now;
  return timestamp?.reasons.length === 0 && timestamp.time ? timestamp.time : trust.now;
}

function readAllCertificates(data: SignedData): { readonly value: readonly Certificate[] } | { readonly detail: string } {
  if (data.certificates.length > mostCertificates) return { detail: `it carries more than ${mostCertificates} certificates` };
  const value: Certificate[] = [];
  for (const der of data.certificates) {
    const parsed = parseCertificate(der);
    if ("detail" in parsed) return parsed;
    value.push(parsed.value);
  }
  return { value };
}

/** Content type and message digest tie the signature to the content; each must be there once. */
function findAttributeFault(data: SignedData): string | undefined {
  const types = data.signedAttributes.map((attribute) => attribute.type);
  if (new Set(types).size !== types.length) return "an attribute stands there twice";
  const get = (type: string): Uint8Array => data.signedAttributes.find((attribute) => attribute.type === type)?.value ?? new Uint8Array();
  if (!equalBytes(get(oids.contentType), objectIdentifier(oids.spcIndirectData))) return "the content type is not that of a script";
  if (!equalBytes(get(oids.messageDigest), octetString(hashBytes(data.hash, contentOctets(data.content)))))
    return "the message digest is not that of the signed content";
  return undefined;
}

/** The same certificate can fail in its role as signer and as link of the chain. */
function withoutRepeats(reasons: readonly Diagnostic[]): readonly Diagnostic[] {
  return reasons.filter((reason, i) => reasons.findIndex((other) => other.message === reason.message) === i);
}

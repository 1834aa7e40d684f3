import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { objectIdentifier, octetString, sequence } from "./asn1/der-writer.ts";
import { oids } from "./asn1/object-identifiers.ts";
import { encodeIndirectData, encodeOpusInfo } from "./authenticode/indirect-data.ts";
import { decodeScript, encodeScript, hashedBytes } from "./authenticode/script-text.ts";
import { splitScript, writeBlock } from "./authenticode/signature-block.ts";
import type { Certificate } from "./certificate/certificate.ts";
import { findLongestPath, findPath } from "./certificate/chain.ts";
import { checkCodeSigner, checkValidity, findKeyKind } from "./certificate/requirements.ts";
import { contentOctets, encodeSignedAttributes, encodeSignedData, sortAttributes, type Attribute } from "./cms/signed-data.ts";
import { hashBytes, toHex, type HashName } from "./hash.ts";
import type { SigningHost } from "./host.ts";
import { isDerSignature } from "./keys/ecdsa-forms.ts";
import { isSignatureOf, type Signer } from "./keys/signer.ts";
import { failWith, finding, succeed, type Outcome } from "./outcome.ts";
import { testCertificateMark } from "./test-certificate-mark.ts";
import { requestTimestamp, type TimestampOptions } from "./timestamp/client.ts";

/** How to sign. */
export interface SignOptions {
  readonly hash: HashName;
  /** undefined: no time stamp; the signature then ends with the certificate. */
  readonly timestamp: TimestampOptions | undefined;
  /** Shown by Windows in the signature's details. */
  readonly description?: string | undefined;
  readonly descriptionUrl?: string | undefined;
  /** Roots that complete the chain without being put into the signature, beside those that came with the key. */
  readonly roots: readonly Certificate[];
}

/** A script with its signature. Hashes are SHA-256 of the whole file in lower-case hexadecimal, as in `manifest.json`. */
export interface SignedScript {
  readonly bytes: Uint8Array;
  readonly signer: Certificate;
  readonly hashBefore: string;
  readonly hashAfter: string;
}

/** A certificate this close to its end is worth a warning when no time stamp outlives it. */
const soon = 60 * 24 * 3600 * 1000;

/**
 * Signs a script, replacing a signature that it has. The same script, key and options give the same bytes, unless a time stamp is asked
 * for. `file` is for messages. Nothing is signed unless the signature would verify.
 */
export async function signScript(
  bytes: Uint8Array,
  file: string,
  signer: Signer,
  options: SignOptions,
  host: SigningHost,
): Promise<Outcome<SignedScript>> {
  const script = decodeScript(bytes, file);
  if (!script.value) return failWith(...script.diagnostics);
  const split = splitScript(script.value.text, file);
  if (!split.value) return failWith(...split.diagnostics);
  const { content } = split.value;

  if (signer.certificates) {
    const refused = selectChain(signer.certificates, options, host.now());
    if (!refused.value) return failWith(...refused.diagnostics);
  }
  const indirectData = encodeIndirectData(options.hash, hashBytes(options.hash, hashedBytes(content)));
  const signedAttributes = createAttributes(indirectData, options);
  const signedOctets = encodeSignedAttributes(signedAttributes);
  const made = await signer.sign(hashBytes(options.hash, signedOctets), options.hash);
  if (!made.value) return failWith(...made.diagnostics);
  const { signature, certificates } = made.value;
  const chain = selectChain(certificates, options, host.now());
  if (!chain.value) return failWith(...chain.diagnostics);
  const { leaf, embedded } = chain.value;
  const isSound = isSignatureOf(leaf, signedOctets, options.hash, signature) && (signer.kind === "rsa" || isDerSignature(signature));
  if (!isSound) return failWith(finding("RMD8028", { source: signer.name, subject: leaf.subject }));

  const stamped = options.timestamp ? await requestTimestamp(signature, options.hash, options.timestamp, host) : succeed(undefined);
  if (options.timestamp && !stamped.value) return failWith(...stamped.diagnostics);
  const block = encodeSignedData({
    hash: options.hash,
    content: indirectData,
    certificates: embedded.map((certificate) => certificate.der),
    issuer: leaf.issuerName,
    serialNumber: leaf.serialNumber,
    signedAttributes,
    signatureKind: signer.kind,
    signature,
    timestampToken: stamped.value,
  });
  const signed = encodeScript(content + writeBlock(block), script.value.form);
  return succeed(
    {
      bytes: signed,
      signer: leaf,
      hashBefore: toHex(hashBytes("sha256", bytes)).toLowerCase(),
      hashAfter: toHex(hashBytes("sha256", signed)).toLowerCase(),
    },
    [...chain.diagnostics, ...made.diagnostics, ...(stamped.value ? [] : warnOfExpiry(leaf, host.now()))],
  );
}

/** The attributes that Microsoft's own signatures have; no signing time, which would make two builds differ. */
function createAttributes(indirectData: Uint8Array, options: SignOptions): readonly Attribute[] {
  return sortAttributes([
    { type: oids.contentType, value: objectIdentifier(oids.spcIndirectData) },
    { type: oids.spcStatementType, value: sequence(objectIdentifier(oids.spcIndividualPurpose)) },
    { type: oids.spcOpusInfo, value: encodeOpusInfo(options.description, options.descriptionUrl) },
    { type: oids.messageDigest, value: octetString(hashBytes(options.hash, contentOctets(indirectData))) },
  ]);
}

/** The leaf, and what goes into the signature: leaf and intermediates, but no root, which a verifier must have on its own. */
function selectChain(
  certificates: readonly Certificate[],
  options: SignOptions,
  now: Date,
): Outcome<{ readonly leaf: Certificate; readonly embedded: readonly Certificate[] }> {
  const [leaf] = certificates;
  if (!leaf) return failWith(finding("RMD8023", { source: "the signer", detail: "it has no certificate" }));
  const errors = [...checkCodeSigner(leaf), ...checkValidity(leaf, now)];
  const isRoot = (certificate: Certificate): boolean => certificate.isSelfSigned;
  const path = findPath(leaf, certificates, isRoot) ?? findPath(leaf, [...certificates, ...options.roots], isRoot);
  if (!path) {
    const last = findLongestPath(leaf, certificates).at(-1) ?? leaf;
    errors.push(finding("RMD8007", { subject: leaf.subject, issuer: last.issuer }));
  }
  if (errors.length > 0 || !path) return failWith(...errors);
  const key = findKeyKind(leaf.publicKey);
  const notes: Diagnostic[] = [];
  if (key?.kind === "ec") notes.push(finding("RMD8035", { subject: leaf.subject, key: key.name }));
  if (leaf.subject.includes(testCertificateMark)) notes.push(finding("RMD8038", { subject: leaf.subject }));
  return succeed({ leaf, embedded: path.length === 1 ? path : path.slice(0, -1) }, notes);
}

function warnOfExpiry(leaf: Certificate, now: Date): readonly Diagnostic[] {
  if (leaf.notAfter.getTime() - now.getTime() > soon) return [];
  return [finding("RMD8022", { subject: leaf.subject, notAfter: leaf.notAfter.toISOString() })];
}

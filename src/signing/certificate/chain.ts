import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { equalBytes } from "../asn1/der-writer.ts";
import { oids } from "../asn1/object-identifiers.ts";
import { finding } from "../outcome.ts";
import type { Certificate } from "./certificate.ts";
import { checkStrength, checkValidity } from "./requirements.ts";

/** What a chain is for, and with what it may be built. */
export interface ChainRequest {
  readonly leaf: Certificate;
  /** Certificates that came with the signature: they help, but nothing is trusted for being there. */
  readonly helpers: readonly Certificate[];
  /** Trusted. Roots as a rule; an intermediate or the leaf itself may be trusted as well. */
  readonly anchors: readonly Certificate[];
  readonly purpose: "codeSigning" | "timeStamping";
  /** The moment at which every certificate below the anchor must have been valid. */
  readonly time: Date;
}

/** The chain from the leaf to the anchor, and why it is not trusted. The chain is as long as could be built when there are reasons. */
export interface ChainVerdict {
  readonly chain: readonly Certificate[];
  readonly reasons: readonly Diagnostic[];
}

const sameCertificate = (a: Certificate, b: Certificate): boolean => equalBytes(a.der, b.der);

/** Certificates among `candidates` that issued `certificate`: same name, and the signature is theirs. */
function findIssuers(certificate: Certificate, candidates: readonly Certificate[]): readonly Certificate[] {
  return candidates.filter((candidate) => equalBytes(candidate.subjectName, certificate.issuerName) && certificate.isSignedBy(candidate));
}

/**
 * The shortest path of certificates, leaf first, of which `isEnd` takes the last; undefined when there is none. Each certificate is
 * looked at once, so a set of authorities that sign each other in circles costs no more than a straight one.
 */
export function findPath(
  leaf: Certificate,
  candidates: readonly Certificate[],
  isEnd: (certificate: Certificate) => boolean,
): readonly Certificate[] | undefined {
  const seen = new Set([leaf.fingerprint]);
  let paths: (readonly Certificate[])[] = [[leaf]];
  while (paths.length > 0) {
    const found = paths.find((path) => isEnd(path.at(-1) ?? leaf));
    if (found) return found;
    const longer: (readonly Certificate[])[] = [];
    for (const path of paths) {
      for (const issuer of findIssuers(path.at(-1) ?? leaf, candidates)) {
        if (seen.has(issuer.fingerprint)) continue;
        seen.add(issuer.fingerprint);
        longer.push([...path, issuer]);
      }
    }
    paths = longer;
  }
  return undefined;
}

/** Builds a chain to a trusted certificate and checks each link after RFC 5280, 6.1, without revocation (which would need the network). */
export function verifyChain(request: ChainRequest): ChainVerdict {
  const { leaf, helpers, anchors } = request;
  const isAnchor = (certificate: Certificate): boolean => anchors.some((anchor) => sameCertificate(anchor, certificate));
  const chain = findPath(leaf, [...anchors, ...helpers], isAnchor);
  if (!chain) {
    const known = findLongestPath(leaf, helpers);
    const top = known.at(-1) ?? leaf;
    return { chain: known, reasons: [finding("RMD8019", { subject: leaf.subject, issuer: top.isSelfSigned ? top.subject : top.issuer })] };
  }
  const reasons = chain.flatMap((certificate, depth) => checkLink(certificate, depth, depth > 0 && depth === chain.length - 1, request));
  return { chain, reasons };
}

function checkLink(
  certificate: Certificate,
  depth: number,
  isTrustedAuthority: boolean,
  { purpose, time }: ChainRequest,
): readonly Diagnostic[] {
  const { subject } = certificate;
  const found: Diagnostic[] = [];
  if (!isTrustedAuthority) found.push(...checkValidity(certificate, time), ...checkStrength(certificate));
  const [unknown] = certificate.unknownCritical;
  if (unknown !== undefined) found.push(finding("RMD8037", { subject, detail: `the critical extension ${unknown} is not understood` }));
  if (depth === 0) return found;
  const { authority, keyUsage, extendedKeyUsage } = certificate;
  if (!authority || (keyUsage && !keyUsage.certificateSigning))
    found.push(finding("RMD8037", { subject, detail: "it is not a certificate authority" }));
  else if (authority.pathLength !== undefined && depth - 1 > authority.pathLength)
    found.push(finding("RMD8037", { subject, detail: "more authorities stand below it than it allows" }));
  const purposes = extendedKeyUsage?.purposes;
  if (purposes && !purposes.includes(oids[purpose]) && !purposes.includes(oids.anyExtendedKeyUsage)) {
    found.push(finding("RMD8037", { subject, detail: "its extended key usage does not allow this purpose" }));
  }
  return found;
}

/** The first path that cannot be made longer, for people to see where a chain ends. */
export function findLongestPath(leaf: Certificate, candidates: readonly Certificate[]): readonly Certificate[] {
  const path: Certificate[] = [leaf];
  for (;;) {
    const next = findIssuers(path.at(-1) ?? leaf, candidates).find((issuer) => !path.some((member) => sameCertificate(member, issuer)));
    if (!next) return path;
    path.push(next);
  }
}

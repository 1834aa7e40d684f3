import {
  algorithmIdentifier,
  contextTag,
  encodeTlv,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
  unsignedInteger,
} from "../../../src/signing/asn1/der-writer.ts";
import { readDer } from "../../../src/signing/asn1/der-reader.ts";
import { oids } from "../../../src/signing/asn1/object-identifiers.ts";
import { encodeSignedAttributes, type Attribute } from "../../../src/signing/cms/signed-data.ts";
import { hashBytes } from "../../../src/signing/hash.ts";
import { signDigest } from "../../../src/signing/keys/signer.ts";
import { issue, type Identity } from "./authority.ts";

/** What is wrong with a token. */
export interface TokenChanges {
  readonly purposes?: readonly string[];
  readonly extraCriticality?: boolean;
  readonly contentType?: string;
  readonly digestOf?: Uint8Array;
  readonly named?: "sha256" | "sha1" | "none" | "other";
  readonly signedInstead?: Uint8Array;
  readonly imprintOid?: string;
  readonly time?: string;
  readonly version?: number;
}

/** Makes a time-stamp token as an honest server would, but for the changes: `openssl ts` does not make bad ones. */
export async function craftToken(
  stamped: Uint8Array,
  nonce: Uint8Array,
  changes: TokenChanges,
): Promise<{ readonly token: Uint8Array; readonly root: Identity }> {
  const root = await issue("Time-stamp root", undefined, { isAuthority: true });
  const signer = await issue("Time-stamp server", root, {
    purposes: changes.purposes ?? [oids.timeStamping],
    ...(changes.extraCriticality === false ? { criticalPurposes: false } : {}),
  });
  const now = new Date()
    .toISOString()
    .replace(/\.\d+Z$/u, "Z")
    .replace(/[-:T]/gu, "");
  const sha256 = algorithmIdentifier(oids.sha256, "null");
  const info = sequence(
    integer(1),
    objectIdentifier("1.2.3.4.1"),
    sequence(algorithmIdentifier(changes.imprintOid ?? oids.sha256, "null"), octetString(hashBytes("sha256", stamped))),
    integer(1),
    encodeTlv(0x18, new TextEncoder().encode(changes.time ?? now)),
    unsignedInteger(nonce),
  );
  const attributes: readonly Attribute[] = [
    { type: oids.contentType, value: objectIdentifier(changes.contentType ?? oids.timestampInfo) },
    { type: oids.messageDigest, value: octetString(hashBytes("sha256", changes.digestOf ?? info)) },
    ...nameCertificate(changes.named ?? "sha256", signer, root),
  ];
  const signedOctets = encodeSignedAttributes(attributes);
  const signature = await signDigest(signer.privateKey, hashBytes("sha256", changes.signedInstead ?? signedOctets), "sha256");
  const signerInfo = sequence(
    integer(1),
    sequence(signer.certificate.issuerName, signer.certificate.serialNumber),
    sha256,
    encodeTlv(0xa0, readDer(signedOctets).content),
    algorithmIdentifier(oids.ecdsaWithSha256, "absent"),
    octetString(signature),
  );
  const body = sequence(
    integer(changes.version ?? 3),
    setOf(sha256),
    sequence(objectIdentifier(oids.timestampInfo), contextTag(0, octetString(info))),
    contextTag(0, signer.certificate.der),
    setOf(signerInfo),
  );
  return { token: sequence(objectIdentifier(oids.signedData), contextTag(0, body)), root };
}

/** ESSCertID by SHA-1, or ESSCertIDv2 with its default hash. */
function nameCertificate(named: NonNullable<TokenChanges["named"]>, signer: Identity, other: Identity): readonly Attribute[] {
  const list = (digest: Uint8Array): Uint8Array => sequence(sequence(sequence(octetString(digest))));
  switch (named) {
    case "none":
      return [];
    case "sha1":
      return [{ type: oids.signingCertificate, value: list(new Uint8Array(Buffer.from(signer.certificate.thumbprint, "hex"))) }];
    case "sha256":
      return [{ type: oids.signingCertificateV2, value: list(hashBytes("sha256", signer.certificate.der)) }];
    case "other":
      return [{ type: oids.signingCertificateV2, value: list(hashBytes("sha256", other.certificate.der)) }];
    default:
      return named satisfies never;
  }
}

import { derTags, readDer, readMembers, readObjectIdentifier, tryDer } from "../asn1/der-reader.ts";
import { oids } from "../asn1/object-identifiers.ts";
import { parseCertificate, type Certificate } from "./certificate.ts";

const pemCertificate = /-----BEGIN ((?:TRUSTED |X509 )?CERTIFICATE|PKCS7)-----([A-Za-z0-9+/=\s]+)-----END \1-----/gu;

/** Reads certificates from PEM (any number, other PEM parts are passed over), one DER certificate, or a PKCS #7 bundle (`.p7b`) in either. */
export function readCertificates(bytes: Uint8Array): { readonly value: readonly Certificate[] } | { readonly detail: string } {
  const text = Buffer.from(bytes).toString("latin1");
  const parts = [...text.matchAll(pemCertificate)].map((match) => new Uint8Array(Buffer.from(match[2] ?? "", "base64")));
  const encodings = (parts.length > 0 ? parts : [bytes]).flatMap((der) => unpackBundle(der) ?? [der]);
  const certificates: Certificate[] = [];
  for (const der of encodings) {
    const parsed = parseCertificate(der);
    if ("detail" in parsed) return parsed;
    certificates.push(parsed.value);
  }
  return { value: certificates };
}

/** The certificates of a PKCS #7 SignedData without content, or undefined when the bytes are something else. */
function unpackBundle(der: Uint8Array): readonly Uint8Array[] | undefined {
  const read = tryDer(() => {
    const [type, explicit] = readMembers(readDer(der), derTags.sequence, "the bundle");
    if (readObjectIdentifier(type, "the bundle's type") !== oids.signedData) return undefined;
    const [body] = readMembers(explicit, 0xa0, "the bundle");
    const set = readMembers(body, derTags.sequence, "the bundle").find((node) => node.tag === 0xa0);
    return set ? readMembers(set, 0xa0, "the bundle's certificates").map((node) => node.raw) : [];
  });
  return "value" in read ? read.value : undefined;
}

import type { InspectedFile, Inspection } from "./inspection.ts";
import type { Signature } from "./signature.ts";
import { suggestRemedy } from "./suggest-remedy.ts";

/** A file as plain data: always the same members for its kind, null where nothing is known. */
export function describeInspection(file: InspectedFile): object {
  const { path, size, sha256, inspection, signature } = file;
  return {
    file: path,
    size,
    sha256,
    ...(withNulls(describeKind(inspection)) as object),
    ...(inspection.kind === "intunewin" ? {} : { signature: signature ? describeSignature(signature) : null }),
    remedy: suggestRemedy(file)?.join("\n") ?? null,
  };
}

/** All but the raw signature. */
function describeKind(inspection: Inspection): object {
  if (inspection.kind === "intunewin") return { ...inspection, setup: inspection.setup && describeInspection(inspection.setup) };
  return { ...inspection, pkcs7: undefined };
}

function describeSignature(signature: { readonly value: Signature } | { readonly detail: string }): object {
  if ("detail" in signature) return { error: signature.detail };
  const { signer, time, digest, isSound } = signature.value;
  return {
    signer: signer.subject,
    issuer: signer.issuer,
    thumbprint: signer.thumbprint,
    notBefore: signer.notBefore.toISOString(),
    notAfter: signer.notAfter.toISOString(),
    time: time?.toISOString() ?? null,
    digest: { algorithm: digest.hash, value: digest.value },
    isSound,
  };
}

function withNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNulls);
  if (typeof value !== "object" || value === null) return value ?? null;
  const entries = Object.entries(value).filter(([name]) => name !== "pkcs7");
  return Object.fromEntries(entries.map(([name, member]) => [name, withNulls(member)]));
}

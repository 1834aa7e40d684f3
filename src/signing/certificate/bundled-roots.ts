import { rootCertificates } from "node:tls";
import { readCertificates } from "./read-certificates.ts";
import type { Certificate } from "./certificate.ts";

/**
 * The roots that Node.js ships (Mozilla's list). They stand in where nobody names a root; with the public authorities that sell
 * code-signing certificates and run time-stamp servers among them, but not Microsoft's own and no company's.
 * They are read when first asked for: that takes as long as signing twenty scripts, and companies with an authority of their own do without.
 */
export function createBundledRoots(): () => readonly Certificate[] {
  let roots: readonly Certificate[] | undefined;
  return () => (roots ??= readRoots());
}

function readRoots(): readonly Certificate[] {
  return rootCertificates.flatMap((pem) => {
    const read = readCertificates(new TextEncoder().encode(pem));
    return "value" in read ? read.value : [];
  });
}

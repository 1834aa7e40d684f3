import { sha1 } from "@noble/hashes/legacy.js";

/**
 * The SID of a service's virtual account `NT SERVICE\<name>`: `S-1-5-80-` and the SHA-1 of the upper-case name in UTF-16LE as five little-endian numbers
 * of 32 bits. So it is known before the service exists. Microsoft documents that there is such a SID (SERVICE_SID_INFO,
 * learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_sid_info); the algorithm is community knowledge and gives the published SID of
 * TrustedInstaller. Undefined for names beyond ASCII (how Windows turns those to upper case is documented nowhere) and for what is no service name.
 */
export function findServiceSid(name: string): string | undefined {
  if (!/^[\x20-\x7e]{1,256}$/.test(name) || /[/\\]/.test(name)) return undefined;
  const upper = name.toUpperCase();
  const bytes = new Uint8Array(upper.length * 2);
  for (let i = 0; i < upper.length; i++) bytes[2 * i] = upper.charCodeAt(i);
  const digest = sha1(bytes);
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
  return ["S-1-5-80", ...[0, 4, 8, 12, 16].map((offset) => view.getUint32(offset, true))].join("-");
}

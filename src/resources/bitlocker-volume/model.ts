import type { Value } from "../../checker/value.ts";
import type { KindModel } from "../../proof/kind-model.ts";
import type { Thing } from "../../proof/thing.ts";

const word = (member: string): Value => ({ kind: "enum", member });
const is = (value: Value | undefined, member: string): boolean => value?.kind === "enum" && value.member === member;

/** What of a drive follows from how far it is encrypted: protection, method and recovery passwords. */
function fits(thing: Thing, property: string, value: Value): boolean {
  const conversion = property === "conversion" ? value : thing.known("conversion");
  const protection = property === "protection" ? value : thing.known("protection");
  const method = property === "method" ? value : thing.known("method");
  const password = property === "recovery_password" ? value : thing.known("recovery_password");
  // GetProtectionStatus of Win32_EncryptableVolume: what is not fully encrypted is not protected.
  if (conversion && protection && is(conversion, "encrypted") === is(protection, "off")) return false;
  if (is(conversion, "decrypted") && (is(password, "present") || (method !== undefined && method.kind !== "none"))) return false;
  return method?.kind !== "none" || ((!conversion || is(conversion, "decrypted")) && (!protection || is(protection, "off")));
}

/** No fix encrypts a drive, nor encrypts it anew; one that is not there tells nothing. */
export const model: KindModel = {
  mayBeMissing: true,
  distinguishes: { protection: [word("off"), word("suspended")], conversion: [word("decrypted"), word("encrypted")] },
  fits,
  blocker: (thing, { states }) => {
    const method = states.get("method");
    if (method && !(method.kind === "enum" && is(thing.get("method"), method.member))) return "it would have to be encrypted anew";
    if (states.has("protection") && is(thing.get("protection"), "off")) return "it is not encrypted";
    if (states.has("recovery_password") && !is(thing.get("recovery_password"), "present") && is(thing.get("conversion"), "decrypted"))
      return "it is not encrypted";
    return undefined;
  },
  works: (thing) => thing.exists() && is(thing.get("protection"), "on"),
  verbs: {
    backup: (thing) => {
      if (!thing.exists()) return "there is no such drive";
      return is(thing.get("recovery_password"), "present") ? undefined : "it has no recovery password";
    },
  },
};

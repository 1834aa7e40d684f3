import type { Place } from "../syntax/ast.ts";
import type { Constant, Subject } from "../evaluate/conditions.ts";
import { valueOf } from "../evaluate/call.ts";
import { act } from "../evaluate/run.ts";
import { NOTHING, textOf } from "../evaluate/values.ts";
import type { Call, Idiom } from "../idiom.ts";
import { property, resource } from "../resource.ts";

/** Where Windows keeps what the command sets (learn.microsoft.com/windows-server/storage/file-server/troubleshoot/detect-enable-and-disable-smbv1-v2-v3). */
const VALUES: Readonly<Record<string, string>> = {
  enablesmb1protocol: "SMB1",
  enablesmb2protocol: "SMB2",
  requiresecuritysignature: "RequireSecuritySignature",
};

function valueSubject(name: string): Subject {
  return { kind: "registry_value", names: { key: "HKLM\\SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Parameters", name } };
}

/** `$true` and 1 as the number that stands in the registry. */
function toNumber(value: Constant): Constant | undefined {
  return value === true || /^(?:1|true)$/i.test(String(value))
    ? 1
    : value === false || /^(?:0|false)$/i.test(String(value))
      ? 0
      : undefined;
}

function getConfiguration({ place }: Call) {
  return resource(
    { kind: "registry_key", names: { key: "HKLM\\SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Parameters" } },
    place,
    (name: string, at: Place) => {
      const value = VALUES[name];
      return value === undefined ? undefined : property(valueSubject(value), "data", at, toNumber);
    },
  );
}

function setConfiguration(call: Call) {
  const wanted = Object.keys(VALUES).filter((name) => call.named.has(name));
  if (wanted.length === 0 || [...call.named.keys()].some((name) => !(name in VALUES) && !/^(?:force|confirm|erroraction)$/.test(name)))
    return undefined;
  for (const name of wanted) {
    const data = toNumber(textOf(valueOf(call, [name])) ?? "");
    if (typeof data !== "number") return undefined;
    act(call.run, { subject: valueSubject(VALUES[name] ?? ""), state: "present", properties: { data } }, call.place);
  }
  return NOTHING;
}

export const idiom: Idiom = {
  commands: { "get-smbserverconfiguration": getConfiguration, "set-smbserverconfiguration": setConfiguration },
};

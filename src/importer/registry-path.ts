import type { Subject } from "./evaluate/conditions.ts";

const HIVES: Readonly<Record<string, string>> = {
  hkey_local_machine: "HKLM",
  hklm: "HKLM",
  hkey_current_user: "HKCU",
  hkcu: "HKCU",
  hkey_users: "HKU",
  hku: "HKU",
};

/** A key by any of the ways in which PowerShell and reg.exe write it; undefined for what is no key of the machine or of the signed-in person. */
export function registryKey(path: string): Subject | undefined {
  const bare = path
    .trim()
    .replace(/^(?:microsoft\.powershell\.core\\)?registry::\\?/i, "")
    .replaceAll("/", "\\")
    .replace(/\\{2,}/g, "\\")
    .replace(/\\+$/, "");
  const found = /^([A-Za-z_]+):?(?:\\(.*))?$/.exec(bare);
  const hive = HIVES[(found?.[1] ?? "").toLowerCase()];
  const rest = found?.[2] ?? "";
  if (hive === undefined || rest === "" || /[\u0000-\u001f]/.test(rest)) return undefined;
  const isNarrow = /(?:^|\\)wow6432node(?=\\|$)/i.test(rest);
  const key = `${hive}\\${rest.replace(/(^|\\)wow6432node(?:\\|$)/i, "$1")}`.replace(/\\+$/, "");
  return { kind: "registry_key", names: isNarrow ? { key, view: 32 } : { key } };
}

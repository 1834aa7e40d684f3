/*
 * Texts that Windows takes for one thing, written in one way: two places of a remedy mean one resource where these are the same. Parts that only the device knows
 * stand in them as they are.
 */

const HIVES: readonly (readonly [long: RegExp, short: string])[] = [
  [/^hkey_local_machine(?=\\|$)/i, "HKLM"],
  [/^hkey_current_user(?=\\|$)/i, "HKCU"],
  [/^hkey_users(?=\\|$)/i, "HKU"],
];

/**
 * A registry key with the short name of its hive and single backslashes. `HKU\.DEFAULT` is the hive of SYSTEM, `HKU\S-1-5-18`: "LocalSystem Account",
 * learn.microsoft.com/windows/win32/services/localsystem-account.
 */
export function plainKey(key: string): string {
  const [long, short] = HIVES.find(([pattern]) => pattern.test(key)) ?? [/^/, ""];
  return key
    .replace(long, short)
    .replace(/\\{2,}/g, "\\")
    .replace(/\\$/, "")
    .replace(/^HKU\\S-1-5-18(?=\\|$)/i, "HKU\\.DEFAULT");
}

/**
 * A path with single backslashes and none at its end, without the mark that only lifts limits (`\\?\`), with one of two names of a variable. "Naming Files, Paths,
 * and Namespaces", learn.microsoft.com/windows/win32/fileio/naming-a-file: `/` is a separator but behind `\\?\`.
 */
export function plainPath(path: string): string {
  const whole = path
    .replace(/^\\\\\?\\UNC\\/i, "\\\\")
    .replace(/^\\\\\?\\(?=[A-Z]:)/i, "")
    .replace(/^%windir%/i, "%SystemRoot%")
    .replace(/^%ALLUSERSPROFILE%/i, "%ProgramData%");
  const separated = whole.replace(/[\\/]+/g, "\\").replace(/\\$/, "");
  return /^[\\/]{2}/.test(whole) ? `\\${separated}` : separated;
}

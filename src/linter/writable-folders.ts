/**
 * Folders in which Windows lets everyone who may sign in make files, unless somebody has changed their rights: the folders of temporary files, ProgramData and what is made below it (it inherits
 * the right to create), everyone's documents and profile folders, and new folders of the system drive's root.
 * That is common knowledge of a fresh Windows, and was not looked at on one for this list: `icacls C:\ProgramData` and its like show it on a device.
 */
const WRITABLE =
  /^(?:%(?:programdata|allusersprofile|public|temp|tmp|localappdata|appdata|userprofile)%|(?:[a-z]:|%systemdrive%)\\(?:users|programdata|temp|tmp|windows\\(?:temp|tasks|tracing))|%(?:windir|systemroot)%\\(?:temp|tasks|tracing))(?=\\|$)/i;

/** The folder at the begin of a path in which people without rights may make files; undefined where it begins with none that is known. */
export function findWritableFolder(path: string): string | undefined {
  return WRITABLE.exec(path)?.[0];
}

/** The first path in an argument that lies in such a folder: of `-File C:\Users\Public\a.ps1`, `/i "%TEMP%\a.msi"`. */
export function findWritableArgument(argument: string): string | undefined {
  for (const [path] of argument.matchAll(/(?:[a-z]:\\|%[a-z]+%\\)[^"'|<>;,]*\.(?:exe|com|ps1|psm1|bat|cmd|vbs|js|msi|msp|dll)\b/gi))
    if (findWritableFolder(path) !== undefined) return path;
  return undefined;
}

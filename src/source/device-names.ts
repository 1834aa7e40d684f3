/** Names of devices, with and without an extension: "nul.ps1" is the device (learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]) *(?:\.|$)/i;

/** Whether Windows takes a file's name for that of a device. */
export function isDeviceName(name: string): boolean {
  return DEVICE.test(name);
}

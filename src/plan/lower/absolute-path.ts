/** A drive with a root, a UNC path, a device path, or a leading `%Variable%`. */
const ABSOLUTE = /^(?:[A-Za-z]:[\\/]|\\\\|%[^%]+%(?:[\\/]|$))/;

/** Whether a path means the same in whatever folder a script runs. */
export function isAbsolutePath(path: string): boolean {
  return ABSOLUTE.test(path);
}

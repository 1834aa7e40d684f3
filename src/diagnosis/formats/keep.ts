/** How much of a line is shown as evidence. */
const EVIDENCE = 1000;

/** A copy of a part of a line that does not keep the text in memory from which it was cut: engines make a part as a view of the whole. */
export function keep(text: string): string {
  const cut = text.length > EVIDENCE ? `${text.slice(0, EVIDENCE)}...` : text;
  return Buffer.from(cut, "utf16le").toString("utf16le");
}

/** The name of a file without its folders, whichever system wrote the path. */
export function baseName(path: string): string {
  return keep(path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1));
}

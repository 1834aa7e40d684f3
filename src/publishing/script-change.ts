/** Lines of a difference that a person reads before the rest is only counted. */
const MOST_LINES = 12;
const SIGNATURE = "# SIG # Begin signature block";

/** Where two scripts differ: the lines between their common beginning and end, signatures left out. */
export function describeScriptChange(before: Uint8Array, after: Uint8Array): string[] {
  const [old, fresh] = [toLines(before), toLines(after)];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++;
  let end = 0;
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end++;
  const removed = old.slice(start, old.length - end);
  const added = fresh.slice(start, fresh.length - end);
  if (removed.length === 0 && added.length === 0) return ["only the signature differs"];
  const show = (lines: readonly string[], sign: string): string[] => [
    ...lines.slice(0, MOST_LINES).map((line) => `${sign} ${line}`),
    ...(lines.length > MOST_LINES ? [`${sign} \u2026 ${lines.length - MOST_LINES} more lines`] : []),
  ];
  return [`from line ${start + 1} on:`, ...show(removed, "-"), ...show(added, "+")];
}

function toLines(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString("utf8").replaceAll("\r\n", "\n");
  const end = text.indexOf(SIGNATURE);
  return (end < 0 ? text : text.slice(0, end)).trimEnd().split("\n");
}

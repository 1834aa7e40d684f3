/** Cuts a command line into program and arguments: white space parts them, quotation marks of either kind hold them together, nothing else is special. */
export function splitCommandLine(line: string): readonly string[] | undefined {
  const parts: string[] = [];
  let rest = line.trim();
  while (rest !== "") {
    const match = /^(?:[^\s"']+|"[^"]*"|'[^']*')+/u.exec(rest);
    if (!match) return undefined;
    parts.push(
      match[0].replace(/"([^"]*)"|'([^']*)'/gu, (_, double: string | undefined, single: string | undefined) => double ?? single ?? ""),
    );
    rest = rest.slice(match[0].length).trimStart();
  }
  return parts.length > 0 ? parts : undefined;
}

/** Splits a command line into its arguments, as programs of Windows do, and takes their quotes away. */
export function splitCommandLine(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let isQuoted = false;
  for (let i = 0; i < line.length; i++) {
    const letter = line.charAt(i);
    if (letter === "\\" && line.charAt(i + 1) === '"') {
      word = `${word ?? ""}"`;
      i++;
    } else if (letter === '"') {
      isQuoted = !isQuoted;
      word ??= "";
    } else if (/\s/.test(letter) && !isQuoted) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + letter;
  }
  if (word !== undefined) words.push(word);
  return words;
}

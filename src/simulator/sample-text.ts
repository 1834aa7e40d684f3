/**
 * A text that a regular expression matches: its first alternative, every optional part left out, every class by its first character. Serves to
 * name what an installer of the simulation registers, so that the remedy's own filter finds it. Undefined for what it does not understand
 * (back-references, look-around, Unicode categories).
 */
export function sampleText(pattern: string): string | undefined {
  const reader = { text: pattern, at: 0 };
  const sample = sampleAlternatives(reader);
  return sample === undefined || reader.at < pattern.length ? undefined : sample;
}

interface Reader {
  readonly text: string;
  at: number;
}

function sampleAlternatives(reader: Reader): string | undefined {
  const first = sampleSequence(reader);
  while (reader.text.charAt(reader.at) === "|") {
    reader.at++;
    if (sampleSequence(reader) === undefined) return undefined;
  }
  return first;
}

function sampleSequence(reader: Reader): string | undefined {
  let result = "";
  while (reader.at < reader.text.length && !"|)".includes(reader.text.charAt(reader.at))) {
    const atom = sampleAtom(reader);
    if (atom === undefined) return undefined;
    const [, minimum = "1"] = takeQuantifier(reader) ?? [];
    result += atom.repeat(Number(minimum));
  }
  return result;
}

/** `?` and `*` allow none, `+` one, `{n}` n; lazy forms are the same. Gives the minimum. */
function takeQuantifier(reader: Reader): readonly [string, string] | undefined {
  const found = /^(?:([?*])|(\+)|\{(\d+)(?:,\d*)?\})[?+]?/.exec(reader.text.slice(reader.at));
  if (!found) return undefined;
  reader.at += found[0].length;
  return [found[0], found[1] !== undefined ? "0" : (found[3] ?? "1")];
}

function sampleAtom(reader: Reader): string | undefined {
  const character = reader.text.charAt(reader.at++);
  switch (character) {
    case "^":
    case "$":
      return "";
    case ".":
      return "x";
    case "(":
      return sampleGroup(reader);
    case "[":
      return sampleClass(reader);
    case "\\":
      return sampleEscape(reader.text.charAt(reader.at++));
    default:
      return character;
  }
}

function sampleGroup(reader: Reader): string | undefined {
  const head = /^\?(?::|<[A-Za-z]\w*>|'[A-Za-z]\w*')/.exec(reader.text.slice(reader.at));
  if (reader.text.charAt(reader.at) === "?" && !head) return undefined;
  reader.at += head?.[0].length ?? 0;
  const inside = sampleAlternatives(reader);
  if (inside === undefined || reader.text.charAt(reader.at) !== ")") return undefined;
  reader.at++;
  return inside;
}

function sampleClass(reader: Reader): string | undefined {
  const found = /^(\^?)(\]?(?:\\.|[^\]\\])*)\]/.exec(reader.text.slice(reader.at));
  if (!found) return undefined;
  reader.at += found[0].length;
  const members = found[2] ?? "";
  if (found[1] === "^") return ["x", "1", " "].find((candidate) => !members.includes(candidate));
  return members.startsWith("\\") ? sampleEscape(members.charAt(1)) : members.charAt(0);
}

function sampleEscape(character: string): string | undefined {
  const known: { readonly [escape: string]: string } = {
    d: "1",
    w: "x",
    s: " ",
    D: "x",
    W: " ",
    S: "x",
    b: "",
    B: "",
    A: "",
    z: "",
    Z: "",
    t: "\t",
  };
  if (character in known) return known[character];
  return /[A-Za-z0-9]/.test(character) ? undefined : character;
}

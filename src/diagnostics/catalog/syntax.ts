import { paramMessage } from "../message.ts";

/** RMD1xxx: reading files (105x), characters and tokens (102x to 103x), grammar (100x to 101x). */
export const syntaxDiagnostics = {
  RMD1001: { severity: "error", message: paramMessage`${"expected"} expected, found ${"found"}.${"hint"}` },
  RMD1002: { severity: "error", message: paramMessage`${"what"} is missing after '${"after"}'. Write it on the same line.` },
  RMD1003: { severity: "error", message: paramMessage`This '${"open"}' is not closed: '${"close"}' is missing before ${"found"}. Add it.` },
  RMD1004: { severity: "error", message: paramMessage`This '${"close"}' closes nothing. Remove it.` },
  RMD1005: {
    severity: "error",
    message: paramMessage`This '}' closes ${"block"}, but '${"found"}' in line ${"line"} still belongs into it. Remove the '}'.`,
  },
  RMD1006: {
    severity: "error",
    message: paramMessage`'${"found"}' begins nothing that may stand in ${"place"}. Did you mean '${"suggestion"}'?`,
  },
  RMD1007: { severity: "error", message: paramMessage`${"found"} begins nothing that may stand in ${"place"}. ${"hint"}` },
  RMD1008: { severity: "error", message: paramMessage`Two ${"things"} on one line need ',' between them. Write ',' before ${"found"}.` },
  RMD1009: {
    severity: "error",
    message: paramMessage`'${"found"}' does not stand for '${"right"}' here. Write '${"right"}' ${"purpose"}.`,
  },
  RMD1010: { severity: "error", message: paramMessage`The language has no '${"found"}'. Write '${"right"}'.` },
  RMD1011: {
    severity: "error",
    message: paramMessage`After 'else' comes a block. Write 'else { when … { … } }' instead of 'else ${"found"}'.`,
  },
  RMD1012: { severity: "error", message: paramMessage`'${"name"}' is a reserved word and cannot be ${"what"}. Choose another name.` },
  RMD1013: {
    severity: "error",
    message: paramMessage`${"things"} are nested or chained more than ${"limit"} deep here. Give a part of it a name with 'let', or move it into a 'part'.`,
  },
  RMD1014: { severity: "error", message: paramMessage`Comparisons cannot be chained. Join two comparisons with 'and'.` },
  RMD1015: { severity: "error", message: paramMessage`An import stands before everything else in a file. Move it to the top.` },
  RMD1016: { severity: "error", message: paramMessage`'on failure' is the last thing in its step. Move it ${"where"}.` },
  RMD1017: { severity: "error", message: paramMessage`'${"name"}' needs a type. Write for example '${"name"}: string'.` },
  RMD1018: {
    severity: "error",
    message: paramMessage`An 'ensure' inside 'fix' or 'on failure' has no 'else'. Write it as a statement of the step.`,
  },
  RMD1019: { severity: "error", message: paramMessage`'not' stands before all that it negates. Write '${"example"}'.` },

  RMD1020: { severity: "error", message: paramMessage`'${"character"}' means nothing here.${"hint"}` },
  RMD1021: {
    severity: "error",
    message: paramMessage`The invisible character ${"code"} (${"name"}) stands here. Remove it${"alternative"}.`,
  },
  RMD1022: { severity: "error", message: paramMessage`This blank is a ${"name"} (${"code"}), not a space. Replace it by a space.` },
  RMD1023: { severity: "error", message: paramMessage`These quotes come from a word processor. Write ${"right"} quotes: ${"example"}.` },
  RMD1024: { severity: "error", message: paramMessage`This text has no closing '"' on its line.${"hint"} Add it.` },
  RMD1025: { severity: "error", message: paramMessage`This raw text has no closing ' on its line. Add it.` },
  RMD1058: { severity: "error", message: paramMessage`A raw text holds no ', and '' is none. Write it in double quotes: ${"text"}.` },
  RMD1026: { severity: "error", message: paramMessage`This raw text begins with ''' and is never closed. Add ''' where it ends.` },
  RMD1027: {
    severity: "error",
    message: paramMessage`'${"escape"}' is no escape. Write '\\\\' for a backslash, or use a raw text in single quotes.`,
  },
  RMD1028: {
    severity: "error",
    message: paramMessage`'${"escape"}' is no character. Write \\u{…} with 1 to 6 hexadecimal digits, at most 10FFFF and not D800 to DFFF.`,
  },
  RMD1029: { severity: "error", message: paramMessage`'${"found"}' is no number, version, duration or size.${"hint"}` },
  RMD1030: { severity: "error", message: paramMessage`${"what"} '${"found"}' is too large. The largest is ${"limit"}.` },
  RMD1031: { severity: "error", message: paramMessage`The version '${"found"}' has ${"count"} parts. A version has two to four.` },
  RMD1032: {
    severity: "error",
    message: paramMessage`Comments begin with '//'. Write '//' before every line of it instead of '${"found"}'.`,
  },
  RMD1033: {
    severity: "error",
    message: paramMessage`In double quotes '${"escape"}' is ${"meaning"}, and '${"text"}' looks like a path. Use single quotes, in which a backslash is a backslash.`,
  },
  RMD1034: {
    severity: "error",
    message: paramMessage`The name '${"name"}' has a character other than A to Z, a to z, 0 to 9 and '_', or does not begin with a letter. Choose another name.`,
  },
  RMD1035: { severity: "error", message: paramMessage`The path ${"path"} stands without quotes. Put it in single quotes.` },

  RMD1050: { severity: "error", message: paramMessage`The file '${"path"}' does not exist.${"hint"}` },
  RMD1051: {
    severity: "error",
    message: paramMessage`The file '${"path"}' lies outside the project folder, or a link on its way leads there. Move it into the project.`,
  },
  RMD1052: { severity: "error", message: paramMessage`The file '${"path"}' cannot be read: ${"reason"}.` },
  RMD1053: { severity: "error", message: paramMessage`'${"path"}' is no text file: ${"reason"}. Save it as UTF-8.` },
  RMD1054: {
    severity: "error",
    message: paramMessage`'${"path"}' is not valid UTF-8: byte ${"offset"} is 0x${"byte"}. Save the file as UTF-8.`,
  },
  RMD1055: {
    severity: "error",
    message: paramMessage`'${"path"}' has ${"size"} bytes; a source file may have at most ${"limit"}. Split it and import the parts.`,
  },
  RMD1056: {
    severity: "error",
    message: paramMessage`'${"path"}' declares nothing. Write at least one remedy, part, let, scenario or promise.`,
  },
  RMD1057: {
    severity: "error",
    message: paramMessage`'${"path"}' has more than ${"limit"} mistakes; those behind this place are not shown. Is it a .remedy file?`,
  },
  RMD1059: { severity: "error", message: paramMessage`A promise has conditions, and ${"found"} begins a state.${"hint"}` },
} as const;

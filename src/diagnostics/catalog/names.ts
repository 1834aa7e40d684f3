import { paramMessage } from "../message.ts";

/** RMD2xxx: names, declarations (200x) and imports (210x). */
export const nameDiagnostics = {
  RMD2001: { severity: "error", message: paramMessage`Unknown ${"kind"} '${"name"}'.${"hint"}` },
  RMD2002: {
    severity: "error",
    message: paramMessage`A ${"what"} '${"name"}' is declared already. Choose another name, or remove one of the two.`,
  },
  RMD2003: { severity: "error", message: paramMessage`'${"name"}' hides the ${"outer"} of the same name. Choose another name.` },
  RMD2004: { severity: "error", message: paramMessage`'${"name"}' is used before it is declared. Move its 'let' above this line.` },
  RMD2005: {
    severity: "error",
    message: paramMessage`'${"name"}' is defined by itself: '${"chain"}'. Give one of them a value of its own.`,
  },
  RMD2006: { severity: "error", message: paramMessage`A part cannot use itself: '${"chain"}'. Remove one of these uses.` },
  RMD2007: { severity: "warning", message: paramMessage`The ${"what"} '${"name"}' is never used. Remove it, or use it.` },
  RMD2008: { severity: "error", message: paramMessage`'${"name"}' is a ${"what"}; ${"wanted"} is needed here.${"hint"}` },
  RMD2009: {
    severity: "error",
    message: paramMessage`'use' takes a part and its arguments, not '${"text"}'. Write 'use name(…)', with parentheses also when there is no argument.`,
  },
  RMD2010: { severity: "error", message: paramMessage`Two imports bring a ${"what"} '${"name"}'. Rename one of the two.` },

  RMD2101: {
    severity: "error",
    message: paramMessage`The imported file '${"path"}' does not exist. Paths of imports begin at the folder of the importing file.`,
  },
  RMD2102: {
    severity: "error",
    message: paramMessage`'${"path"}' lies outside the project folder, or a link on its way leads there. Move the file into the project.`,
  },
  RMD2103: {
    severity: "error",
    message: paramMessage`Files import each other in a circle: '${"chain"}'. Move what they share into a file of its own.`,
  },
  RMD2104: { severity: "error", message: paramMessage`The path of an import is plain text. Write it without '\${…}'.` },
  RMD2105: { severity: "error", message: paramMessage`The imported file '${"path"}' cannot be read: ${"reason"}.` },
  RMD2106: { severity: "error", message: paramMessage`'${"path"}' is no source file. Name ${"expected"}.` },
  RMD2107: { severity: "error", message: paramMessage`Paths of imports have '/' between folders on every system. Write "${"corrected"}".` },
  RMD2108: { severity: "warning", message: paramMessage`Nothing of the import '${"path"}' is used. Remove it.` },
  RMD2109: {
    severity: "error",
    message: paramMessage`Files import each other here more than ${"limit"} deep, one behind the other. Import what is used directly.`,
  },
} as const;

import type { Value } from "./value.ts";
import { showValue } from "./values.ts";

/** A value as an author writes it in a remedy: texts in quotes that need no escapes where possible. */
export function printValue(value: Value): string {
  switch (value.kind) {
    case "string":
    case "path":
      return printText(value.value);
    case "date":
      return printText(showValue(value));
    case "account":
      return printText(value.name);
    case "list":
      return `[${value.elements.map(printValue).join(", ")}]`;
    case "secret":
      return `secret.${value.store}(${printText(value.name)})`;
    case "none":
    case "int":
    case "bool":
    case "version":
    case "duration":
    case "size":
    case "enum":
      return showValue(value);
    default:
      return value satisfies never;
  }
}

/** Raw where a backslash would need an escape and nothing else does, otherwise with the escapes of the language. */
function printText(text: string): string {
  if (text.includes("\\") && !/['\p{Cc}]/u.test(text)) return `'${text}'`;
  const escaped = text
    .replace(/[\\"$]/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r")
    .replace(/\t/g, "\\t");
  return `"${escaped.replace(/[\u0000-\u001F]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)}"`;
}

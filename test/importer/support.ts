import { createSourceFile } from "../../src/source/source-file.ts";
import { examine } from "../../src/importer/examine.ts";
import type { Examined } from "../../src/importer/findings/finding.ts";

/** A pair from texts: what is said of it, a code and a line each, and what it was read as. */
export function examineTexts(
  detect: string,
  remediate?: string,
): { readonly examined: Examined; readonly codes: string[]; readonly messages: string[] } {
  const file = (path: string, text: string) => createSourceFile(path, text, "");
  const { examined, findings } = examine(
    file("detect.ps1", detect),
    remediate === undefined ? undefined : file("remediate.ps1", remediate),
  );
  return { examined, codes: findings.map(({ code }) => code), messages: findings.map(({ message }) => message) };
}

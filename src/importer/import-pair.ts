import { checkFile, planFile } from "../compiler/compile.ts";
import type { Compiler } from "../compiler/compile.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import { formatText } from "../formatter/format.ts";
import { createMemoryHost } from "../source/memory-host.ts";
import type { Examined } from "./findings/finding.ts";
import type { WrittenRemedy } from "./write-remedy.ts";
import { writeRemedy } from "./write-remedy.ts";

const DRAFT = "imported.remedy";

/** Writes the remedy of a pair and lets the compiler judge it: what that does not take as kinds stands as a whole as `script`. Its layout is that of `remedyc fmt`. Or says why there is none. */
export async function importPair(
  { detection, remediation, pair }: Examined,
  name: string,
  compiler: Compiler,
): Promise<WrittenRemedy | { readonly reason: string }> {
  const read = { detect: detection, remediate: remediation, pair };
  let reason =
    "nothing of it has a counterpart, and no 'script' can hold it (it runs text as code, asks a person, or there is no remediation)";
  for (const asScript of [false, true]) {
    const draft = writeRemedy(read, name, asScript);
    if (!draft) continue;
    const written = { ...draft, text: formatText(DRAFT, draft.text).value ?? draft.text };
    const host = createMemoryHost({ [DRAFT]: written.text });
    const inMemory = { ...compiler, host };
    const checked = await checkFile(DRAFT, inMemory);
    const diagnostics = hasErrors(checked.diagnostics)
      ? checked.diagnostics
      : (await planFile(DRAFT, inMemory, { targets: undefined, parameters: [] })).diagnostics;
    const error = diagnostics.find(({ severity }) => severity === "error");
    if (!error) return written;
    reason = `the compiler does not take it: ${error.code}, ${error.message.replace(/\.$/, "")}`;
  }
  return { reason };
}

import type { Compiler } from "../compiler/compile.ts";
import type { InspectedFile } from "../inspect/inspection.ts";
import type { TargetName } from "../targets/target.ts";
import { printDraft } from "./draft.ts";
import { createInstallerWish, installerForms } from "./installer-wish.ts";
import type { InstallerWish } from "./installer-wish.ts";
import { compileFiles, readAnswers } from "./judge.ts";

/** The first form of a setup file's wish whose scripts are short enough for their targets; the first one where none is. Undefined where there is no such wish. */
export async function chooseInstallerWish(
  file: InspectedFile,
  beside: string | undefined,
  targets: readonly TargetName[] | undefined,
  compiler: Compiler,
): Promise<InstallerWish | undefined> {
  const wishes = installerForms.flatMap((form) => createInstallerWish(file, beside, form) ?? []);
  for (const wish of wishes) {
    const answers = readAnswers({ wish, given: {}, answered: 0 });
    if (!answers) continue;
    const heading = { name: "draft", title: "Draft", targets: targets ?? wish.targets(answers) };
    const found = await compileFiles({ "draft.remedy": printDraft(heading, wish.draft(answers)) }, "draft.remedy", [], compiler);
    if (!found.some(({ code }) => code === "RMD5001")) return wish;
  }
  return wishes[0];
}

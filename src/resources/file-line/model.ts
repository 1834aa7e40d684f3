import type { PlanEnsure } from "../../plan/plan.ts";
import { matchText } from "../../proof/constants.ts";
import type { KindModel } from "../../proof/kind-model.ts";
import { partOfFile } from "../../proof/places.ts";
import type { Thing } from "../../proof/thing.ts";

/** Lines of the same file that the remedy names besides, and that its pattern matches. */
function listOthers(thing: Thing, { means }: PlanEnsure): readonly Thing[] {
  const pattern = means.find(({ name }) => name === "pattern")?.value;
  if (pattern?.kind !== "constant") return [];
  return thing
    .outer("file")
    .flatMap((file) => file.inner("file_line"))
    .filter((line) => line.identity !== thing.identity && matchText({ kind: "string", value: line.key("line") }, pattern.value) === true);
}

/** A line lies in its file, which is not made for it. Other lines that its pattern matches go. */
export const model: KindModel = {
  within: [partOfFile()],
  ties: [{ kind: "file_line", by: { key: "path" }, openedBy: { what: [] } }],
  lacks: (thing, ensure) => {
    const other = listOthers(thing, ensure).find((line) => line.exists());
    return other && `another line matches: ${other.resource.label}`;
  },
  fix: (thing, { presence, ensure }) => {
    for (const line of listOthers(thing, ensure)) line.remove();
    if (presence === "absent") thing.remove();
    else thing.create();
  },
};

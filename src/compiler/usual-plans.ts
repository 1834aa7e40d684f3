import type { CompiledTarget } from "./compile.ts";

/** The plans of one remedy differ by what a channel asks and does around it: the first that has a channel stands for all. */
export function chooseUsual(plans: readonly CompiledTarget[]): readonly CompiledTarget[] {
  const chosen = new Map<CompiledTarget["remedy"], CompiledTarget>();
  for (const one of plans) {
    const known = chosen.get(one.remedy);
    if (!known || (known.target.name === "standalone" && one.target.name !== "standalone")) chosen.set(one.remedy, one);
  }
  return [...chosen.values()];
}

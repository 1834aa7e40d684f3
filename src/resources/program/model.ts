import type { KindModel } from "../../proof/kind-model.ts";
import type { Thing } from "../../proof/thing.ts";

/** What comes of a program nobody knows; with `restart_codes` it may ask for a restart. */
function run(thing: Thing, options: ReadonlySet<string>): undefined {
  if (options.has("restart_codes") && thing.world.choices.choose(2) === 1) thing.askForRestart();
  for (const { name } of thing.kind.declared.properties) thing.open(name);
}

export const model: KindModel = { restart: "may", verbs: { run, start_as_user: () => undefined } };

import type { KindModel } from "../../proof/kind-model.ts";
import { makeWithProvided } from "../../proof/provided.ts";
import { isAtLeast, isVersion } from "../../proof/version.ts";

/** Packages of Chocolatey ask for a restart by 3010 and 1641, and for one before they go on by 350 and 1604 (docs.chocolatey.org/en-us/choco/commands/install, exit codes). */
export const model: KindModel = {
  compares: { minimum_version: "version" },
  holds: (thing, property, wished) => isVersion(thing, property, wished),
  fix: (thing, wish) => {
    if (!makeWithProvided(thing, wish)) return;
    const [exact, least] = [wish.states.get("version"), wish.states.get("minimum_version")];
    if (exact) thing.set("version", exact);
    else if (least) thing.choose("version", (value) => isAtLeast(value, least));
    else thing.open("version");
  },
  restart: "may",
};

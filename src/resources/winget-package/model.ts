import type { KindModel } from "../../proof/kind-model.ts";
import { makeWithProvided } from "../../proof/provided.ts";
import { isAtLeast, isVersion } from "../../proof/version.ts";

/** winget asks for a restart by 0x8A150109 and 0x8A15010B (github.com/microsoft/winget-cli, doc/windows/package-manager/winget/returnCodes.md). */
export const model: KindModel = {
  compares: { minimum_version: "version" },
  // What a source has can be told of what is not installed.
  missing: { available: "read" },
  holds: (thing, property, wished) => isVersion(thing, property, wished),
  blocker: (thing, wish) => {
    const least = wish.states.get("minimum_version");
    if (!least || !thing.isAsked("available")) return undefined;
    const available = thing.get("available");
    return available.kind === "none" || isAtLeast(available, least) ? undefined : "its source has only an older one";
  },
  fix: (thing, wish) => {
    if (!makeWithProvided(thing, wish)) return;
    const least = wish.states.get("minimum_version");
    // It takes the newest that its source has.
    if (thing.isAsked("available")) thing.set("version", thing.get("available"));
    else if (least) thing.choose("version", (value) => isAtLeast(value, least));
    else thing.open("version");
  },
  restart: "may",
  // The same package in another scope or of another source.
  ties: [{ kind: "winget_package", by: { key: "id" }, opens: { what: "all" } }],
};

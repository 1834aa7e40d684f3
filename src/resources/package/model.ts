import type { KindModel } from "../../proof/kind-model.ts";

/** What Windows Installer and setup programs do: what they bring comes and goes with the package. */
export const model: KindModel = {
  works: (thing) => thing.exists() && thing.provided().every((provided) => provided.works()),
  fix: (thing, wish) => {
    if (wish.presence === "present") {
      thing.create();
      for (const provided of wish.provides) provided.create();
      return;
    }
    thing.remove();
    // A service among them is removed with it, or was never its own.
    const takesAlong = thing.world.choices.choose(2) === 0;
    if (takesAlong) for (const provided of wish.provides) provided.remove();
  },
  half: (_thing, wish) => {
    const [first] = wish.provides;
    if (wish.presence === "absent") first?.remove();
  },
  restart: "may",
};

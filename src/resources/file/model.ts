import type { KindModel } from "../../proof/kind-model.ts";
import { inFolder } from "../../proof/places.ts";
import { namesAccounts, rights } from "../../proof/rights.ts";
import { bool } from "../../proof/cell.ts";
import { setState } from "../../proof/walk/rule-01-item.ts";

/** What else is another with what a file holds. */
const CONTENTS = ["content", "sha256", "size", "version", "age"];

/** Of a file its content is written or its source copied; attributes, owner and rights are its own, and stay. */
export const model: KindModel = {
  within: [inFolder],
  members: rights,
  ties: [namesAccounts],
  fresh: { read_only: [bool(false)], hidden: [bool(false)], system: [bool(false)] },
  blocker: (thing, { states, has }) => {
    const sha256 = states.get("sha256");
    if (!sha256 || states.has("content") || has("source") || has("url") || !thing.exists()) return undefined;
    return thing.differs("sha256", sha256) ? "the remedy names neither content nor source for it" : undefined;
  },
  fix: (thing, wish) => {
    if (wish.presence === "absent") {
      thing.remove();
      return;
    }
    const written = CONTENTS.filter((name) => wish.states.has(name));
    const isOther = !thing.exists() || written.some((name) => thing.differs(name, wish.states.get(name)));
    thing.create();
    if (isOther) {
      thing.touch("content");
      for (const name of CONTENTS) if (thing.isAsked(name)) thing.open(name);
    }
    for (const [name, value] of wish.states) setState(thing, name, value);
  },
};

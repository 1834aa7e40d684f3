import type { Wish } from "./kind-model.ts";
import type { Thing } from "./thing.ts";

/** Makes a package with what it brings, or takes all of it away, as is wished; tells whether it is there then. */
export function makeWithProvided(thing: Thing, { presence, provides }: Wish): boolean {
  const isThere = presence === "present";
  for (const one of [thing, ...provides]) {
    if (isThere) one.create();
    else one.remove();
  }
  return isThere;
}

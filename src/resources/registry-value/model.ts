import type { Value } from "../../checker/value.ts";
import type { Aspect, KindModel } from "../../proof/kind-model.ts";
import type { Thing } from "../../proof/thing.ts";

/** The number that a value holds, none of one that is missing; undefined where it is no number. A text of digits is one as well. */
function numberOf(value: Value): bigint | undefined {
  if (value.kind === "none") return 0n;
  if (value.kind === "int") return BigInt(value.value);
  return value.kind === "string" && /^[0-9]{1,18}$/.test(value.value) ? BigInt(value.value) : undefined;
}

const toValue = (number: bigint): Value => ({ kind: "int", value: Number(number) });

function bits(areSet: boolean): Aspect {
  return {
    of: "data",
    holds: (seen, wished) => {
      const [is, asked] = [numberOf(seen), numberOf(wished)];
      return is === undefined || asked === undefined ? undefined : (is & asked) === (areSet ? asked : 0n);
    },
    make: (seen, wished) => {
      const [is, asked] = [numberOf(seen) ?? 0n, numberOf(wished) ?? 0n];
      return toValue(areSet ? is | asked : is & ~asked);
    },
    apart: (wished) => [wished, toValue(0n), toValue(0x7fffffffn)],
  };
}

const aspects = { has_bits: bits(true), lacks_bits: bits(false) };

/** Whether a policy sets it: of another hive that cannot be told here (Find-RegistryValueBlocker). */
function isOwned(thing: Thing): boolean {
  return thing.key("key").startsWith("hklm\\") && thing.exists() && thing.get("policy").kind !== "none";
}

/** What the registry does: a value lies in its key, which its fix makes, and goes with that. */
export const model: KindModel = {
  aspects,
  within: [{ kind: "registry_key", by: "key", alike: ["view"], makes: true }],
  makesFrom: ["data", "has_bits", "lacks_bits", "secret"],
  // None of its bits is set where it is missing.
  missing: { lacks_bits: { kind: "none" } },
  blocker: (thing, { states, has, presence }) => {
    if (presence === "present" && ["data", ...Object.keys(aspects)].every((name) => !states.has(name)) && !has("secret"))
      return "the remedy does not say its data";
    for (const [name, aspect] of Object.entries(aspects)) {
      const wished = states.get(name);
      if (wished && thing.exists() && aspect.holds(thing.get("data"), wished) === undefined)
        return "what it holds has no bits to leave alone";
    }
    return isOwned(thing) ? "a Group Policy object sets it" : undefined;
  },
  owned: isOwned,
};

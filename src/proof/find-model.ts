import { equalValues } from "../checker/values.ts";
import type { Value } from "../checker/value.ts";
import type { CatalogType, ResourceKind } from "../resources/catalog/model.ts";
import { bool } from "./cell.ts";
import type { KindModel, Tie, Wish } from "./kind-model.ts";
import type { Thing } from "./thing.ts";
import { setState } from "./walk/rule-01-item.ts";

/**
 * The model of a kind. A built-in one without a `model.ts` is as `KindModel` says of what is not said. Of a kind of a user's own nobody knows what its functions do: a fix that works makes true
 * what is wished, as it promises, and anything may happen to what it names, as far as its tags do not say more.
 */
export function findModel(declared: ResourceKind, models: Readonly<Record<string, KindModel>>): KindModel {
  const model = models[declared.name] ?? found.get(declared) ?? (declared.origin === "built-in" ? {} : createModel(declared));
  found.set(declared, model);
  return model;
}

const found = new WeakMap<ResourceKind, KindModel>();

function createModel(declared: ResourceKind): KindModel {
  const { properties, proof = {} } = declared;
  const loose = proof.exact ? [] : properties.filter((property) => property.role !== "means" && !property.proof?.lasting);
  const open = (thing: Thing, but: ReadonlyMap<string, Value>): void => {
    for (const { name } of loose) if (!but.has(name)) thing.open(name);
  };
  const mayAsk = restartOf(declared).restart !== undefined;
  return {
    ...restartOf(declared),
    ...(declared.ensure === "state" && !declared.singleton ? { mayBeMissing: true } : {}),
    fresh: Object.fromEntries(properties.flatMap(({ name, type, proof: own }) => (own?.fresh ? [[name, [toValue(own.fresh, type)]]] : []))),
    ...(properties.some((property) => property.proof?.serves) ? { works: (thing: Thing) => serves(thing, declared) } : {}),
    ties: [{ by: "any", opens: { what: "all" } }, ...(proof.changes ?? []).map((kind): Tie => ({ kind, opens: { what: "all" } }))],
    fix: (thing, wish) => {
      if (wish.presence === "absent") {
        thing.remove();
        return;
      }
      open(thing, wish.states);
      thing.create();
      for (const provided of wish.provides) provided.create();
      for (const [name, value] of wish.states) setState(thing, name, value);
    },
    half: (thing, wish) => failHalfWay(thing, wish, open),
    verbs: Object.fromEntries(
      declared.verbs.map(({ name }) => [
        name,
        (thing: Thing): undefined => {
          if (mayAsk && thing.world.choices.choose(2) === 1) thing.askForRestart();
          thing.touch();
          thing.unsettle(loose.map((property) => property.name));
        },
      ]),
    ),
  };
}

/** What is left of a thing of which nobody knows how far its fix went. */
function failHalfWay(thing: Thing, { states }: Wish, open: (thing: Thing, but: ReadonlyMap<string, Value>) => void): void {
  open(thing, new Map());
  thing.unsettle([...states.keys()]);
}

function serves(thing: Thing, { properties }: ResourceKind): boolean {
  return (
    thing.exists() &&
    properties.every(({ name, type, proof }) => {
      const words = proof?.serves?.map((word) => toValue(word, type));
      if (!words) return true;
      const isOneOf = (value: Value): boolean => words.some((word) => equalValues(value, word, true));
      return isOneOf(thing.get(name)) || thing.wishes(name).some((wished) => !isOneOf(wished));
    })
  );
}

function toValue(word: string, type: CatalogType): Value {
  return type.kind === "bool" ? bool(word === "true") : { kind: "enum", member: word };
}

/** Whether its fixes may ask for a restart, and with them its verbs. */
function restartOf({ verbs, proof }: ResourceKind): Pick<KindModel, "restart"> {
  const { absent = "never", present = "never" } = proof?.restart ?? {};
  if (absent === "never" && present === "never") return {};
  if (verbs.length > 0) return { restart: "may" };
  return { restart: { ...(absent === "never" ? {} : { absent }), ...(present === "never" ? {} : { present }) } };
}

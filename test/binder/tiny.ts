import type { Catalog, Property, ResourceKind } from "../../src/resources/catalog/model.ts";

const state: Property = {
  name: "state",
  role: "state",
  optional: false,
  defaultValue: undefined,
  documentation: "",
  limits: {},
  type: {
    kind: "enum",
    members: [
      { name: "on", documentation: "", ensurable: true },
      { name: "off", documentation: "", ensurable: true },
    ],
  },
};

/** A kind with one key and one state: all that tests of names need. */
export function createKind(name: string, origin = "built-in"): ResourceKind {
  return {
    name,
    noun: name,
    summary: "",
    documentation: "",
    origin,
    singleton: false,
    selection: false,
    ensure: "state",
    stoppable: false,
    queries: [],
    verbs: [],
    keys: [{ name: "name", type: { kind: "string" }, required: true, positional: true, documentation: "", limits: {} }],
    properties: [state],
  };
}

/** A catalogue of one kind, `lamp`: binder and checker take any catalogue. */
export const tinyCatalog: Catalog = { kinds: { lamp: createKind("lamp") } };

import type { Value } from "../checker/value.ts";
import type { CatalogType } from "../resources/catalog/model.ts";
import type { ScenarioRun } from "../syntax/scenarios.ts";
import type { Origin, PlanNamedResource } from "./plan.ts";

/** A scenario with its names resolved and its values folded: plain data that the simulator works on. */
export interface PlanScenario {
  readonly title: string;
  readonly remedy: string;
  readonly steps: readonly ScenarioPlanStep[];
  readonly origin: Origin;
}

export type ScenarioPlanStep =
  | { readonly kind: "given"; readonly items: readonly GivenItem[]; readonly origin: Origin }
  | {
      readonly kind: "expect-outcome";
      readonly run: ScenarioRun;
      readonly outcome: string;
      readonly reason: string | undefined;
      readonly origin: Origin;
    }
  | { readonly kind: "expect-state"; readonly state: ExpectedState; readonly origin: Origin }
  | { readonly kind: "restart"; readonly origin: Origin };

/** A resource as it is given (or expected) to be. Facts (`os.build: 17763`) are a resource with one property. */
export interface GivenItem {
  readonly resource: PlanNamedResource;
  readonly presence: "absent" | "present";
  readonly properties: readonly GivenProperty[];
  readonly origin: Origin;
}

export interface GivenProperty {
  readonly name: string;
  /** Undefined for words that only scenarios know. */
  readonly type: CatalogType | undefined;
  readonly value: Value;
  /** Arguments of a fact that takes some: `network.can_connect("host", 443)`. */
  readonly arguments: readonly { readonly name: string; readonly value: Value }[];
  readonly origin: Origin;
}

export type ExpectedState = GivenItem;

import { showValue } from "../checker/values.ts";
import type { Catalog, CatalogType } from "../resources/catalog/model.ts";
import { comparisonFor } from "../plan/lower/expressions.ts";
import type { Plan, PlanEnsure, PlanExpression, PlanNode, PlanProperty, PlanRequire } from "../plan/plan.ts";
import type { ExpectedState } from "../plan/scenario.ts";
import { emitScript } from "../powershell/emit.ts";
import type { EmitOptions } from "../powershell/emit.ts";
import { intuneRemediation } from "../targets/intune-remediation.ts";
import type { TargetRole } from "../targets/target.ts";

/**
 * What a scenario expects of a resource, as a detection script: the same tests that the remedy itself uses look at the machine, so an expectation
 * and an `ensure` cannot mean different things. Its summary line says COMPLIANT, or what is not as expected.
 */
export function emitExpectation(plan: Plan, expected: ExpectedState, catalog: Catalog, options: EmitOptions): string {
  const role = intuneRemediation.roles[0] as TargetRole;
  // Not where it is expected: what several scenarios expect is then the same script, which an engine compiles once.
  const { origin } = plan.remedy;
  const body = [...ensureOf(expected, catalog), ...readingsOf(expected, catalog)].map((node, i): PlanNode => ({
    ...node,
    id: `expectation.${i + 1}`,
    origin,
  }));
  const expectation: Plan = {
    ...plan,
    remedy: { ...plan.remedy, name: "expectation", context: plan.remedy.context },
    parameters: [],
    fixed: [],
    steps: [{ name: "expectation", title: "Expectation", guard: undefined, body, onFailure: [], origin }],
  };
  return emitScript(expectation, intuneRemediation, role, options).text;
}

/** Presence and states: an `ensure`. */
function ensureOf(expected: ExpectedState, catalog: Catalog): PlanEnsure[] {
  const kind = catalog.kinds[expected.resource.resourceKind];
  const states = expected.properties.flatMap((property): PlanProperty[] => {
    const declared = kind?.properties.find((candidate) => candidate.name === property.name && candidate.role === "state");
    return declared
      ? [
          {
            name: property.name,
            type: declared.type,
            value: { kind: "constant", value: property.value, type: declared.type },
            origin: property.origin,
          },
        ]
      : [];
  });
  if (kind?.ensure === "none" || (states.length === 0 && kind?.ensure !== "presence")) return [];
  const label = `${expected.resource.label} is ${expected.presence}`;
  return [
    {
      kind: "ensure",
      id: "",
      label,
      resource: expected.resource,
      presence: expected.presence,
      states,
      means: [],
      reads: [],
      provides: [],
      otherwise: [],
      origin: expected.origin,
    },
  ];
}

/** Everything else that can be read: a `require`. */
function readingsOf(expected: ExpectedState, catalog: Catalog): PlanRequire[] {
  const kind = catalog.kinds[expected.resource.resourceKind];
  return expected.properties.flatMap((property): PlanRequire[] => {
    const declared = kind?.properties.find((candidate) => candidate.name === property.name);
    if (declared?.role === "state") return [];
    const type: CatalogType = declared?.type ?? property.type ?? { kind: "string" };
    const condition: PlanExpression = {
      kind: "compare",
      operator: "==",
      comparison: comparisonFor(type),
      left: { kind: "read", resource: expected.resource, property: property.name, type },
      right: { kind: "constant", value: property.value, type },
    };
    const message = `${expected.resource.label} has another ${property.name} than ${showValue(property.value)}`;
    return [
      {
        kind: "require",
        id: "",
        guard: { condition, text: message, reads: [] },
        message: { kind: "constant", value: { kind: "string", value: message }, type: { kind: "string" } },
        origin: property.origin,
      },
    ];
  });
}

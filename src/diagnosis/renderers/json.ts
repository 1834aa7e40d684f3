import type { Finding } from "../model.ts";
import type { Diagnosis } from "../reasoning/diagnosis.ts";
import { rootOf } from "../reasoning/diagnosis.ts";

/** The diagnosis for programs: docs/diagnose.md tells the fields. */
export function toJsonDiagnosis(diagnosis: Diagnosis): object {
  return {
    logs: diagnosis.logs,
    endedWell: diagnosis.endedWell,
    causes: diagnosis.causes.map((cause) => ({
      rule: cause.advice.rule,
      text: rootOf(cause).text,
      told: cause.told,
      ...(cause.supposition === undefined ? {} : { supposition: cause.supposition }),
      why: cause.advice.why,
      chain: cause.chain.map(toJsonFinding),
      todo: cause.advice.todo,
      ...(cause.advice.recipe ? { recipe: cause.advice.recipe } : {}),
      ...(cause.advice.statement === undefined ? {} : { statement: cause.advice.statement }),
      source: cause.advice.source,
    })),
    seen: diagnosis.seen.map(toJsonFinding),
  };
}

function toJsonFinding({ rule, text, place, evidence, service, account, time }: Finding): object {
  return {
    rule,
    text,
    file: place.file,
    [place.unit]: place.line,
    evidence,
    ...(service === undefined ? {} : { service }),
    ...(account === undefined ? {} : { account: account === "" ? "LocalSystem" : account }),
    ...(time ? { time: time.toISOString() } : {}),
  };
}

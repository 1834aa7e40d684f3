import { toJsonPlace } from "../diagnostics/renderers/json.ts";
import type { Span } from "../source/source-file.ts";
import type { Plan } from "./plan.ts";

/** The plan as plain data: spans become path, line and column, source files their path and hash. */
export function planToJson(plan: Plan): object {
  return JSON.parse(
    JSON.stringify(plan, (key, value: unknown) => {
      if (key === "sources") return plan.sources.map((source) => ({ path: source.path, sha256: source.sha256 }));
      return isSpan(value) ? toJsonPlace(value) : value;
    }),
  ) as object;
}

function isSpan(value: unknown): value is Span {
  return typeof value === "object" && value !== null && "file" in value && "start" in value && "end" in value;
}

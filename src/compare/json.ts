import { toJsonPlace } from "../diagnostics/renderers/json.ts";
import type { FleetDifference } from "./fleet.ts";

/** The difference as plain data: places as path, line and column. */
export function differenceToJson({ remedies, same }: FleetDifference): object {
  return {
    remedies: remedies.map(({ sets, ...remedy }) => ({
      ...remedy,
      sets: sets.map(({ targets, changes }) => ({
        targets,
        changes: changes.map(({ origin, ...change }) => ({ ...change, place: toJsonPlace(origin.span) })),
      })),
    })),
    same,
  };
}

import { formatVersion } from "../../simulator/hardware.ts";
import type { MachineTpm } from "../../simulator/hardware.ts";
import { giveFacts } from "../../simulator/given/facts.ts";
import type { FactSetter } from "../../simulator/given/facts.ts";
import { booleanOf } from "../../simulator/given/given-item.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

export const simulated: SimulatedKind = {
  give: giveFacts({
    present: set((tpm, value) => (tpm.present = booleanOf(value) ?? true)),
    enabled: set((tpm, value) => (tpm.enabled = booleanOf(value) ?? true)),
    ready: set((tpm, value) => (tpm.ready = booleanOf(value) ?? true)),
    version: set((tpm, value) => (tpm.version = value.kind === "version" ? `${formatVersion(value.parts)}, 0, 1.38` : "Not Supported")),
  }),
  none: ["version"],
};

function set(change: (tpm: MachineTpm, value: Parameters<FactSetter>[1]) => unknown): FactSetter {
  return (machine, value) => {
    change(machine.hardware.tpm, value);
  };
}

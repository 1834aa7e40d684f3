import { giveFile } from "../file/simulated.ts";
import type { SimulatedKind } from "../../simulator/simulated-kind.ts";

/** A program is a file that can be started. */
export const simulated: SimulatedKind = { give: giveFile };

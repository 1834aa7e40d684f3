import type { KindLowering } from "../../powershell/lower/kind-lowering.ts";
import { lowerPathStates } from "../file/lowering.ts";

export const lowering: KindLowering = { ensure: lowerPathStates };

import type { BuildInputArguments, CommonArguments } from "./commands/common-options.ts";
import type { SigningArguments } from "./commands/signing-options.ts";

/** `remedyc build`. */
export interface BuildArguments extends CommonArguments, BuildInputArguments, SigningArguments {
  readonly out: string | undefined;
  readonly watch: boolean;
  readonly clean: boolean;
  readonly sign: boolean;
}

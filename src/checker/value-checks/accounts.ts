import { resolveAccount } from "../../resources/accounts/accounts.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import type { TextToCheck } from "./check-constant.ts";

/** A constant account: a SID, a well-known name, a virtual account, or a name of some domain that only the device can look up. */
export function checkAccount(context: CheckContext, constant: TextToCheck): void {
  if (!constant.isWhole) return;
  const resolved = resolveAccount(constant.text);
  if (resolved.kind === "wrong") report(context, "RMD3102", constant.span, { account: constant.text, reason: resolved.reason });
}

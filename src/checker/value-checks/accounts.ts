import { resolveAccount } from "../../accounts/accounts.ts";
import { getSpanText } from "../../source/source-file.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import type { TextToCheck } from "./text-to-check.ts";

/** A constant account: a SID, a well-known name, a virtual account, or a name of a domain or machine that only the device can look up. */
export function checkAccount(context: CheckContext, constant: TextToCheck): void {
  if (!constant.isWhole) return;
  const resolved = resolveAccount(constant.text);
  if (resolved.kind !== "unknown") return;
  const { suggestion: name } = resolved;
  const hint =
    name === undefined ? " Write a SID, 'DOMAIN\\name', '.\\name', 'NT SERVICE\\name' or a well-known name." : ` Did you mean '${name}'?`;
  const isLiteral = name !== undefined && /^['"]/.test(getSpanText(constant.span));
  const suggestion = { title: `Write '${name ?? ""}'.`, edits: [{ span: constant.span, text: `'${name ?? ""}'` }] };
  report(context, "RMD3102", constant.span, { account: constant.text, hint }, isLiteral ? { suggestion } : {});
}

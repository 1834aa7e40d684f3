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
  // A bare name is what most people call an account of the computer.
  const local = /^[^\\/@'[\]:;|=,+*?<>"]{1,20}$/.test(constant.text) ? `.\\${constant.text}` : undefined;
  const own = local === undefined ? "" : ` An account of the computer itself is '${local}', one of a domain 'DOMAIN\\${constant.text}'.`;
  const hint =
    name !== undefined
      ? ` Did you mean '${name}'?${own}`
      : local === undefined
        ? " Write a SID, 'DOMAIN\\name', '.\\name', 'NT SERVICE\\name' or a well-known name."
        : own;
  const isLiteral = /^['"]/.test(getSpanText(constant.span));
  const right = name ?? local;
  const suggestion = { title: `Write '${right ?? ""}'.`, edits: [{ span: constant.span, text: `'${right ?? ""}'` }] };
  report(context, "RMD3102", constant.span, { account: constant.text, hint }, isLiteral && right !== undefined ? { suggestion } : {});
}

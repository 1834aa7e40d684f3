import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { hasAddressKey } from "../../source/secret-texts.ts";
import type { AnyNode, CommandNode } from "../syntax/ast.ts";
import { excerpt, found, halvesOf } from "./finding.ts";
import type { Check, Half } from "./finding.ts";
import { constantText, hasParameter, nameOfCommand, plainText, walk } from "./walk.ts";

/** What harms a device or its people: secrets, code from elsewhere, code that nobody can read, questions, restarts. */
export const checkDanger: Check = (examined) => halvesOf(examined).flatMap(checkHalf);

const SECRET = /(?:password|passwd|pwd|secret|apikey|api_key|accesskey|clientsecret|token)$/;
const DOWNLOADS = /^(?:invoke-webrequest|start-bitstransfer|curl|bitsadmin|certutil)$/;
const RUNS = /^(?:start-process|msiexec|invoke-expression|add-appxpackage|invoke-item|cmd)$/;
const ASKS = /^(?:read-host|out-gridview|pause|get-credential|show-command)$/;

function checkHalf(half: Half): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const seen: { download?: AnyNode; firstCast?: AnyNode; casts: number; isRun: boolean } = { casts: 0, isRun: false };
  const isVerified = /Get-FileHash|Get-AuthenticodeSignature|ComputeHash/i.test(half.file.text);
  walk(half.script, (node) => {
    if (node.kind === "assign" && node.target.kind === "variable" && SECRET.test(node.target.name)) {
      const [only] = node.value.kind === "pipeline" ? node.value.elements : [];
      const text = only?.kind === "text" ? constantText(only) : undefined;
      if (text !== undefined && text.trim().length > 3 && !/^[<%{[]|^(?:password|none|null|true|false)$|\\|^your/i.test(text))
        findings.push(found("RMD8830", half, node, { what: `the value of $${node.target.name}` }));
    }
    if (node.kind === "type" && node.name === "char") {
      seen.casts++;
      seen.firstCast ??= node;
    }
    if (node.kind === "member" && node.name.kind === "text") {
      const name = plainText(node.name).toLowerCase();
      if (name === "downloadfile" || name === "downloadstring") seen.download ??= node;
      if (name === "frombase64string")
        findings.push(
          found("RMD8837", half, node, { reason: "a text in base64 hides what it is; write it plainly, or put a file beside the script" }),
        );
      if (node.target.kind === "type" && node.target.name === "scriptblock" && name === "create")
        findings.push(found("RMD8837", half, node, { reason: "text is made into code; write the code itself" }));
      if (name === "show" && node.target.kind === "type" && /messagebox$/.test(node.target.name))
        findings.push(found("RMD8833", half, node, { what: "MessageBox" }));
      if (name === "start" && node.target.kind === "type" && /process$/.test(node.target.name)) seen.isRun = true;
    }
    if (node.kind === "text" && hasAddressKey(plainText(node)))
      findings.push(found("RMD8830", half, node, { what: "a key within an address" }));
    if (node.kind !== "command") return;
    const name = nameOfCommand(node) ?? "";
    if (DOWNLOADS.test(name)) seen.download ??= node;
    if (RUNS.test(name) || node.invoked === "&") seen.isRun = true;
    findings.push(...checkCommand(half, node, name));
  });
  const { download, firstCast, casts, isRun } = seen;
  if (download && isRun && !isVerified) findings.push(found("RMD8831", half, download, { what: excerpt(half, download) }));
  if (casts >= 5 && firstCast)
    findings.push(
      found("RMD8837", half, firstCast, {
        reason: "a text is put together from single characters, which hides what it is; write it plainly",
      }),
    );
  return findings;
}

function checkCommand(half: Half, node: CommandNode, name: string): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const words = node.args.map((arg) => (arg.kind === "value" ? (constantText(arg.value) ?? "") : `-${arg.name}`));
  if (
    /win32_product\b(?!\w)/i.test(half.file.text.slice(node.start, node.end)) &&
    /^(?:get-wmiobject|get-ciminstance|wmic|invoke-wmimethod|get-wmi)$/.test(name)
  )
    findings.push(found("RMD8832", half, node, {}));
  if (name === "wmic" && /\bproduct\b/i.test(words.join(" "))) findings.push(found("RMD8832", half, node, {}));
  if (ASKS.test(name)) findings.push(found("RMD8833", half, node, { what: excerpt(half, node) }));
  if (/^(?:restart-computer|stop-computer)$/.test(name) || (name === "shutdown" && words.some((word) => /^[/-][rsg]$/i.test(word))))
    findings.push(found("RMD8835", half, node, { what: excerpt(half, node) }));
  if (name === "invoke-expression")
    findings.push(found("RMD8837", half, node, { reason: "Invoke-Expression runs text as code; write the code itself" }));
  if (
    /^(?:powershell|pwsh)$/.test(name) &&
    node.args.some((arg) => arg.kind === "parameter" && /^e(?:nc?|ncodedcommand|c)?$/.test(arg.name))
  )
    findings.push(found("RMD8837", half, node, { reason: "an encoded command hides what it does" }));
  if (
    name === "convertto-securestring" &&
    hasParameter(node, "asplaintext") &&
    node.args.some((arg) => arg.kind === "value" && (constantText(arg.value) ?? "").length > 3)
  )
    findings.push(found("RMD8830", half, node, { what: "a password as plain text" }));
  if (
    name === "net" &&
    words[0]?.toLowerCase() === "user" &&
    words.some((word) => /^\/add$/i.test(word)) &&
    words[2] !== undefined &&
    !/^[/*]/.test(words[2])
  )
    findings.push(found("RMD8830", half, node, { what: "the password of 'net user'" }));
  return findings;
}

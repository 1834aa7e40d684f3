import type { NameNode } from "../syntax/expressions.ts";
import type { RemedyNode } from "../syntax/file.ts";
import { bindExpression } from "./bind-expressions.ts";
import { bindBlock } from "./bind-statements.ts";
import { declare, reportTwice } from "./context.ts";
import type { BindContext, BindPlace } from "./context.ts";
import { createScope } from "./scope.ts";
import type { Scope } from "./scope.ts";

/** Metadata whose values are expressions; those of `targets` and `context` are words of their own that the checker reads. */
const expressionEntries: ReadonlySet<string> = new Set(["title", "publisher", "version"]);

/** Binds a remedy: its parameters and lets see each other in any order; steps have names of their own kind, so a step may be called like a let. Gives its scope. */
export function bindRemedy(context: BindContext, place: BindPlace, fileScope: Scope, remedy: RemedyNode): Scope {
  const scope = createScope(fileScope);
  const steps = new Map<string, NameNode>();
  /** Steps that the language makes of a block of its own. */
  const made = new Map<string, NameNode>();
  for (const member of remedy.members) {
    if (member.kind === "param") {
      const name = member.formal.name;
      declare(context, place, scope, name, { kind: "param", name: name.text, node: member.formal });
    } else if (member.kind === "let") {
      declare(context, place, scope, member.name, { kind: "let", name: member.name.text, node: member });
    } else if (member.kind === "step" && member.name.text !== "") {
      const first = steps.get(member.name.text);
      if (first) reportTwice(context, member.name, "step", first);
      else steps.set(member.name.text, member.name);
    } else if (member.kind === "uninstall" || member.kind === "requires") {
      const name: NameNode = { kind: "name", span: member.keyword, text: member.kind };
      const first = made.get(member.kind);
      if (!first) made.set(member.kind, name);
      else if (member.kind === "uninstall") reportTwice(context, name, "block", first);
    }
  }
  for (const [name, first] of made) {
    const step = steps.get(name);
    if (step) reportTwice(context, step, "step", first);
  }
  for (const member of remedy.members) {
    switch (member.kind) {
      case "entry":
        if (expressionEntries.has(member.name.text)) bindExpression(context, place, scope, member.value);
        break;
      case "param":
        if (member.formal.defaultValue) bindExpression(context, place, scope, member.formal.defaultValue);
        break;
      case "let":
        bindExpression(context, place, scope, member.value);
        break;
      case "step":
        bindExpression(context, place, scope, member.title);
        if (member.guard) bindExpression(context, place, scope, member.guard);
        bindBlock(context, place, scope, member.body);
        break;
      case "requires":
        bindExpression(context, place, scope, member.condition);
        break;
      case "uninstall":
        bindBlock(context, place, scope, member.body);
        break;
      case "accept":
        bindExpression(context, place, scope, member.reason);
        break;
      default:
        member satisfies never;
    }
  }
  return scope;
}

import type { ListTypeNode, NamedTypeNode, TypeNode } from "../../src/syntax/file.ts";
import type { NameNode } from "../../src/syntax/expressions.ts";
import type { Rule } from "../parser-base.ts";
import { Name } from "../token-categories.ts";
import * as t from "../tokens.ts";
import { ExpressionRules } from "./expressions.ts";

/** Types of parameters: `int`, `[string]`, `service.startup` (a property's enum), each with an optional `?`. */
export abstract class TypeRules extends ExpressionRules {
  protected readonly type: Rule<TypeNode> = this.rule("Type", () => {
    const start = this.start();
    const type = this.OR<TypeNode>([{ ALT: () => this.SUBRULE(this.listType) }, { ALT: () => this.SUBRULE(this.namedType) }]);
    const question = this.OPTION(() => this.CONSUME(t.Question));
    return question ? { ...type, span: this.spanFrom(start), optional: true } : type;
  });

  private readonly listType: Rule<ListTypeNode> = this.rule("ListType", () => {
    const start = this.start();
    const open = this.CONSUME(t.LeftBracket);
    const element = this.nested("Types", () => this.requiredType(0));
    this.close(0, open, t.RightBracket);
    return { kind: "list-type", span: this.spanFrom(start), element, optional: false };
  });

  private readonly namedType: Rule<NamedTypeNode> = this.rule("NamedType", () => {
    const start = this.start();
    const name = this.expectName(0, "a type");
    let member: NameNode | undefined;
    this.OPTION(() => {
      this.CONSUME(t.Dot);
      member = this.expectName(1, "the name of a property");
    });
    return { kind: "named-type", span: this.spanFrom(start), name, member, optional: false };
  });

  /** A type, or a complaint that it is missing. */
  protected requiredType(idx: number): TypeNode {
    const isThere = this.isAt(t.LeftBracket) || (this.isAt(Name) && !this.isFirst());
    if (this.RECORDING_PHASE || isThere) return this.subrule(idx, this.type);
    const start = this.end();
    const name = this.expectName(9, "a type");
    return { kind: "named-type", span: this.spanFrom(start), name, member: undefined, optional: false };
  }
}

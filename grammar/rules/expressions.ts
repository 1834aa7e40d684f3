import { EOF } from "chevrotain";
import type { IToken } from "chevrotain";
import type {
  ArgumentNode,
  BinaryOperator,
  CompareOperator,
  Expression,
  ListExpression,
  NameNode,
  ParenthesizedExpression,
  PrimaryExpression,
  QuantifiedExpression,
  ReferenceExpression,
} from "../../src/syntax/expressions.ts";
import { DashOther, findRightOperator } from "../mistakes.ts";
import type { Rule } from "../parser-base.ts";
import { AnyInteger, Compare, Name, SignOfEntry } from "../token-categories.ts";
import * as t from "../tokens.ts";
import { continuesExpression, isWholePrimary, startsExpression } from "../wording.ts";
import { StringRules } from "./strings.ts";
import { parseNumber } from "./numbers.ts";

/** Expressions: no braces and no juxtaposition, so `{` or the next statement always ends one. */
export abstract class ExpressionRules extends StringRules {
  /** Whether a line may begin the next one of several conditions. */
  private isOneOfSeveral = false;

  override readonly expression: Rule<Expression> = this.rule("Expr", () => {
    if (this.isSimple()) return this.SUBRULE(this.primary);
    const start = this.start();
    let left = this.SUBRULE(this.conjunct);
    let height = this.height;
    this.MANY(() => {
      const operator = this.CONSUME(t.Or);
      left = this.binary(start, "or", operator, left, this.operand(1, this.conjunct, "a condition", false));
      height = this.raise(height);
    });
    return left;
  });

  private readonly conjunct: Rule<Expression> = this.rule("Conjunct", () => {
    const start = this.start();
    let left = this.SUBRULE(this.negation);
    let height = this.height;
    this.MANY(() => {
      const operator = this.CONSUME(t.And);
      left = this.binary(start, "and", operator, left, this.operand(1, this.negation, "a condition", false));
      height = this.raise(height);
    });
    return left;
  });

  private readonly negation: Rule<Expression> = this.rule("Negation", () => {
    const starts: number[] = [];
    this.MANY(() => {
      starts.push(this.start());
      this.CONSUME(t.Not);
    });
    let operand = starts.length > 0 ? this.operand(0, this.comparison, "a condition", false) : this.SUBRULE(this.comparison);
    for (let start = starts.pop(); start !== undefined; start = starts.pop()) {
      operand = { kind: "not", span: this.spanFrom(start), operand };
      this.raise(0);
    }
    return operand;
  });

  private readonly comparison: Rule<Expression> = this.rule("Comparison", () =>
    this.choose<Expression>(1, () => (this.isQuantified() ? 0 : 1), [
      { ALT: () => this.SUBRULE(this.quantified) },
      { ALT: () => this.SUBRULE(this.compared) },
    ]),
  );

  private readonly quantified: Rule<QuantifiedExpression> = this.rule("Quantified", () => {
    const start = this.start();
    const quantifier = this.OR<"any" | "all">([{ ALT: () => (this.CONSUME(t.Any), "any") }, { ALT: () => (this.CONSUME(t.All), "all") }]);
    const name = this.nameNode(this.CONSUME(Name));
    this.CONSUME(t.In);
    const selection = this.operand(1, this.fallback, "what it goes over", false);
    const height = this.height;
    this.expectSign(2, SignOfEntry, "between what it goes over and the condition");
    const condition = this.nested("Conditions", () => this.operand(3, this.expression, "a condition", false));
    this.raise(height);
    return { kind: "quantified", span: this.spanFrom(start), quantifier, name, selection, condition };
  });

  private readonly compared: Rule<Expression> = this.rule("Compared", () => {
    const start = this.start();
    let left = this.SUBRULE(this.fallback);
    this.OPTION({
      GATE: () => !this.isAt(t.Not) || this.isAt(t.In, 2) || this.isAt(t.Matches, 2),
      DEF: () => {
        const negated = this.OPTION2(() => this.CONSUME(t.Not)) !== undefined;
        const operator = this.CONSUME(Compare);
        const height = this.height;
        left = this.binary(start, this.compareOperator(operator), operator, left, this.operand(1, this.fallback, "a value", false));
        this.raise(height);
        if (operator.tokenType === DashOther) left = { kind: "missing", span: left.span };
        if (!negated) return;
        left = { kind: "not", span: left.span, operand: left };
        this.raise(0);
      },
    });
    left = this.readInnerNot(start, left);
    this.refuseChain();
    return left;
  });

  /** `x not == 1`: understood as `not (x == 1)`, and reported. */
  private readInnerNot(start: number, left: Expression): Expression {
    if (this.RECORDING_PHASE || this.isFirst() || !this.isAt(t.Not) || !this.isAt(Compare, 2)) return left;
    const word = this.LA(1);
    this.skip();
    const operator = this.CONSUME2(Compare);
    const right = this.operand(2, this.fallback, "a value", false);
    const compared = this.binary(start, this.compareOperator(operator), operator, left, right);
    const { text } = this.source;
    const example = `not (${text.slice(start, word.startOffset).trimEnd()} ${text.slice(operator.startOffset, compared.span.end)})`;
    const suggestion = { title: `Write '${example}'.`, edits: [{ span: compared.span, text: example }] };
    this.report("RMD1019", this.spanOf(word), { example: example }, { suggestion });
    this.raise(0);
    return { kind: "not", span: compared.span, operand: compared };
  }

  protected readonly fallback: Rule<Expression> = this.rule("Default", () => {
    if (this.isSimple()) return this.SUBRULE(this.primary);
    const start = this.start();
    let left = this.SUBRULE(this.sum);
    let height = this.height;
    this.MANY(() => {
      const operator = this.CONSUME(t.DoubleQuestion);
      left = this.binary(start, "??", operator, left, this.operand(1, this.sum, "a value", false));
      height = this.raise(height);
    });
    return left;
  });

  private readonly sum: Rule<Expression> = this.rule("Sum", () => {
    const start = this.start();
    let left = this.SUBRULE(this.join);
    let height = this.height;
    this.MANY(() => {
      const operator = this.OR([{ ALT: () => this.CONSUME(t.Plus) }, { ALT: () => this.CONSUME(t.Minus) }]);
      const sign = operator.tokenType === t.Minus ? "-" : "+";
      left = this.binary(start, sign, operator, left, this.operand(1, this.join, "a value", false));
      height = this.raise(height);
    });
    return left;
  });

  private readonly join: Rule<Expression> = this.rule("Join", () => {
    const start = this.start();
    let left: Expression = this.SUBRULE(this.reference);
    let height = this.height;
    this.MANY(() => {
      const operator = this.CONSUME(t.Slash);
      left = this.binary(start, "/", operator, left, this.operand(1, this.reference, "a path segment", false));
      height = this.raise(height);
    });
    return left;
  });

  /** Reads one of several conditions that stand on lines of their own: a "(" that begins a line begins the next one, and no arguments. */
  protected oneOfSeveral<T>(parse: () => T): T {
    const before = this.isOneOfSeveral;
    this.isOneOfSeveral = true;
    try {
      return parse();
    } finally {
      this.isOneOfSeveral = before;
    }
  }

  private beginsNextCondition(): boolean {
    return this.isFirst() && this.LA(1).tokenType === t.LeftParen;
  }

  protected readonly reference: Rule<ReferenceExpression> = this.rule("Reference", () => {
    const start = this.start();
    let object: ReferenceExpression = this.SUBRULE(this.primary);
    let height = this.height;
    const more = (): void => {
      const callee = object;
      object = this.OR<ReferenceExpression>([
        {
          ALT: () => {
            this.CONSUME(t.Dot);
            const name = this.expectName(0, "the name of a property");
            return { kind: "member", span: this.spanFrom(start), object: callee, name };
          },
        },
        {
          ALT: () => {
            const list = this.SUBRULE(this.argumentList);
            return { kind: "call", span: this.spanFrom(start), callee, arguments: list };
          },
        },
      ]);
      height = this.raise(height);
    };
    // A gate is asked before every token of every expression, so only where one is needed.
    this.MANY(this.isOneOfSeveral ? { GATE: () => !this.beginsNextCondition(), DEF: more } : more);
    return object;
  });

  private readonly argumentList: Rule<ArgumentNode[]> = this.rule("Arguments", () => {
    const list: ArgumentNode[] = [];
    let height = this.height;
    const add = (argument: ArgumentNode): number => {
      height = Math.max(height, this.height);
      return list.push(argument);
    };
    const open = this.CONSUME(t.LeftParen);
    this.nested("Calls", () => {
      this.OPTION(() => {
        add(this.SUBRULE(this.argument));
        do {
          this.MANY(() => {
            this.CONSUME(t.Comma);
            if (startsExpression(this.LA(1)) || this.RECORDING_PHASE) add(this.SUBRULE2(this.argument));
            else this.operand(9, this.expression, "an argument", false);
          });
        } while (this.lacksComma("arguments") && add(this.SUBRULE(this.argument)) > 0);
      });
    });
    this.close(0, open, t.RightParen);
    this.height = height;
    return list;
  });

  private readonly argument: Rule<ArgumentNode> = this.rule("Argument", () => {
    const start = this.start();
    const choice = (): number => (!this.isAt(Name) ? 2 : this.isAt(SignOfEntry, 2) ? 0 : this.isAt(Compare, 2) ? 1 : 2);
    return this.choose<ArgumentNode>(0, choice, [
      {
        ALT: () => {
          const name = this.nameNode(this.CONSUME(Name));
          this.expectSign(0, SignOfEntry, "between an argument's name and its value");
          const value = this.operand(0, this.expression, "a value");
          return { kind: "named-argument", span: this.spanFrom(start), name, value };
        },
      },
      {
        // Overlaps with the third on `Name Compare`; the order decides.
        ALT: () => {
          const property = this.nameNode(this.CONSUME2(Name));
          const operator = this.compareOperator(this.CONSUME(Compare));
          const value = this.operand(0, this.fallback, "a value");
          return { kind: "filter-argument", span: this.spanFrom(start), property, operator, value };
        },
      },
      {
        ALT: () => {
          const value = this.SUBRULE1(this.expression);
          return { kind: "positional-argument", span: this.spanFrom(start), value };
        },
      },
    ]);
  });

  private readonly primary: Rule<PrimaryExpression> = this.rule("Primary", () => {
    this.height = 0;
    return this.OR<PrimaryExpression>(
      (this.primaryAlternatives ??= [
        {
          ALT: (): PrimaryExpression => {
            const name = this.nameNode(this.CONSUME(Name));
            return { kind: "name-expression", span: name.span, name };
          },
        },
        { ALT: (): PrimaryExpression => this.SUBRULE(this.string) },
        { ALT: (): PrimaryExpression => this.number(this.CONSUME(AnyInteger)) },
        { ALT: (): PrimaryExpression => this.number(this.CONSUME(t.Version)) },
        { ALT: (): PrimaryExpression => this.number(this.CONSUME(t.Measure)) },
        { ALT: (): PrimaryExpression => ({ kind: "boolean", span: this.spanOf(this.CONSUME(t.True)), value: true }) },
        { ALT: (): PrimaryExpression => ({ kind: "boolean", span: this.spanOf(this.CONSUME(t.False)), value: false }) },
        { ALT: (): PrimaryExpression => ({ kind: "none", span: this.spanOf(this.CONSUME(t.None)) }) },
        { ALT: (): PrimaryExpression => this.SUBRULE(this.parenthesized) },
        { ALT: (): PrimaryExpression => this.SUBRULE(this.list) },
      ]),
    );
  });

  private primaryAlternatives: { ALT: () => PrimaryExpression }[] | undefined;

  private readonly parenthesized: Rule<ParenthesizedExpression> = this.rule("Parenthesized", () => {
    const start = this.start();
    const open = this.CONSUME(t.LeftParen);
    const expression = this.nested("Parentheses", () => this.operand(0, this.expression, "an expression", false));
    this.close(0, open, t.RightParen);
    this.raise(0);
    return { kind: "parenthesized", span: this.spanFrom(start), expression };
  });

  private readonly list: Rule<ListExpression> = this.rule("List", () => {
    const start = this.start();
    const open = this.CONSUME(t.LeftBracket);
    const elements: Expression[] = [];
    let height = 0;
    const add = (element: Expression): number => {
      height = Math.max(height, this.height);
      return elements.push(element);
    };
    this.nested("Lists", () => {
      this.OPTION(() => {
        add(this.SUBRULE(this.expression));
        do {
          this.MANY(() => {
            this.CONSUME(t.Comma);
            add(this.SUBRULE2(this.expression));
          });
        } while (this.lacksComma("values") && add(this.SUBRULE(this.expression)) > 0);
        this.OPTION2(() => this.CONSUME2(t.Comma));
      });
    });
    this.close(0, open, t.RightBracket);
    this.raise(height);
    return { kind: "list", span: this.spanFrom(start), elements };
  });

  private nameNode(token: IToken): NameNode {
    return { kind: "name", span: this.spanOf(token), text: token.image };
  }

  private number(token: IToken): PrimaryExpression {
    return this.RECORDING_PHASE ? { kind: "missing", span: this.spanFrom(0) } : parseNumber(token, this.spanOf(token));
  }

  private binary(start: number, operator: BinaryOperator, token: IToken, left: Expression, right: Expression): Expression {
    return { kind: "binary", span: this.spanFrom(start), operator, operatorSpan: this.spanOf(token), left, right };
  }

  /** The operator that stands there or that was meant; the lexer's spellings of other languages have been reported. */
  private compareOperator(token: IToken): CompareOperator {
    if (token.tokenType === t.Equals) {
      const span = this.spanOf(token);
      this.report(
        "RMD1009",
        span,
        { found: "=", right: "==", purpose: "to compare" },
        { suggestion: { title: "Replace '=' by '=='.", edits: [{ span, text: "==" }] } },
      );
      return "==";
    }
    if (token.tokenType === DashOther) return "==";
    return (findRightOperator(token.tokenType, token.image)?.replace(/^not /, "") ?? token.image) as CompareOperator;
  }

  private refuseChain(): void {
    if (this.RECORDING_PHASE || !this.isAt(Compare)) return;
    this.complain("RMD1014", this.spanOf(this.LA(1)), {});
    while (this.isAt(Compare) && this.LA(1).tokenType !== EOF) {
      this.skip();
      if (startsExpression(this.LA(1))) this.SUBRULE(this.fallback);
    }
  }

  /** Most values are a single token: they need not go down through all levels of operators. */
  private isSimple(): boolean {
    return !this.RECORDING_PHASE && isWholePrimary(this.LA(1)) && !continuesExpression(this.LA(2)) && !this.isQuantified();
  }

  /** `any x in`: the words are names everywhere else. */
  private isQuantified(): boolean {
    const type = this.LA(1).tokenType;
    return (type === t.Any || type === t.All) && this.isAt(Name, 2) && this.isAt(t.In, 3);
  }
}

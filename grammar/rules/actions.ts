import { distance } from "fastest-levenshtein";
import type { ActionNode, ActionStatement } from "../../src/syntax/actions.ts";
import type { Expression, NameNode, ReferenceExpression } from "../../src/syntax/expressions.ts";
import type { ActionsNode, EntryNode } from "../../src/syntax/file.ts";
import type { EachOf, EnsureNode, WhenOf, WithOf } from "../../src/syntax/statements.ts";
import type { Rule } from "../parser-base.ts";
import { Name } from "../token-categories.ts";
import * as t from "../tokens.ts";
import { startsExpression } from "../wording.ts";
import { StateRules } from "./states.ts";

/** In the order of the alternatives of `actionStatement`. */
const keywordsOfActions = [t.Let, t.Require, t.When, t.Each, t.With, t.Ensure];

/** What stands inside `fix { … }` and `on failure { … }`; the blocks of `when`, `each` and `with` there are actions too. */
export abstract class ActionRules extends StateRules {
  protected readonly actions: Rule<ActionsNode> = this.rule("Actions", () => {
    const start = this.start();
    const statements: ActionStatement[] = [];
    const open = this.openBlock(0, "actions");
    this.nested("Blocks", () => {
      do {
        this.MANY({
          GATE: () => !this.startsDeclaration() && !this.isMistypedKeyword(),
          DEF: () => {
            const statement = this.guard(() => this.SUBRULE(this.actionStatement));
            if (statement) statements.push(statement);
          },
        });
      } while (
        this.resumes({
          place: "a block of actions",
          keywords: keywordsOfActions,
          also: ["an action"],
          goesOn: () => this.isAt(Name),
          endsHere: () => this.startsDeclaration(),
        })
      );
    });
    this.closeBlock(0, open);
    return { kind: "actions", span: this.spanFrom(start), statements };
  });

  private readonly actionStatement: Rule<ActionStatement> = this.rule("ActionStatement", () =>
    // Every keyword is also a name, so it could be a verb: the keywords come first.
    this.choose<ActionStatement>(
      0,
      () => this.indexOfKeyword(),
      (this.actionAlternatives ??= [
        { ALT: (): ActionStatement => this.SUBRULE(this.let) },
        { ALT: (): ActionStatement => this.SUBRULE(this.require) },
        { ALT: (): ActionStatement => this.SUBRULE(this.whenAction) },
        { ALT: (): ActionStatement => this.SUBRULE(this.eachAction) },
        { ALT: (): ActionStatement => this.SUBRULE(this.withAction) },
        { ALT: (): ActionStatement => this.SUBRULE(this.ensureAction) },
        { ALT: (): ActionStatement => this.SUBRULE(this.action) },
      ]),
    ),
  );

  private actionAlternatives: { ALT: () => ActionStatement }[] | undefined;

  private readonly action: Rule<ActionNode> = this.rule("Action", () => {
    const start = this.start();
    const word = this.CONSUME(Name);
    const verb: NameNode = { kind: "name", span: this.spanOf(word), text: word.image };
    const object: ReferenceExpression = this.operand(0, this.reference, "what the action is done to");
    let entries: readonly EntryNode[] = [];
    this.OPTION(() => {
      entries = this.SUBRULE(this.entries);
    });
    return { kind: "action", span: this.spanFrom(start), verb, object, entries };
  });

  /** Among actions an `ensure` that did not help fails the whole fix: an `else` is refused, and passed over with its block. */
  private readonly ensureAction: Rule<EnsureNode> = this.rule("EnsureAction", () =>
    this.ensureOf(() => {
      if (!this.RECORDING_PHASE && this.isAt(t.Else)) {
        this.complain("RMD1018", this.spanOf(this.LA(1)), {});
        this.skipStatement(0, this.start());
      }
      return undefined;
    }),
  );

  private readonly whenAction: Rule<WhenOf<ActionsNode>> = this.rule("WhenAction", () =>
    this.whenOf(
      () => this.whenAction,
      () => this.actions,
      asActions,
    ),
  );
  private readonly eachAction: Rule<EachOf<ActionsNode>> = this.rule("EachAction", () => this.eachOf(() => this.actions));
  private readonly withAction: Rule<WithOf<ActionsNode>> = this.rule("WithAction", () => this.withOf(() => this.actions));

  /** `when condition { … } else { … }` with blocks of either sort. */
  protected whenOf<B>(whenRule: () => Rule<WhenOf<B>>, block: () => Rule<B>, wrap: (nested: WhenOf<B>) => B): WhenOf<B> {
    const start = this.start();
    this.consume(0, t.When);
    const condition: Expression = this.operand(0, this.expression, "a condition");
    const body = this.subrule(1, block());
    let otherwise: B | undefined;
    this.option(0, () => {
      const word = this.consume(0, t.Else);
      if (!this.RECORDING_PHASE && (this.isAt(t.When) || this.LA(1).image === "if")) {
        const found = this.LA(1);
        this.readAs(found, t.When);
        const nested = this.nested("Blocks", () => this.subrule(3, whenRule()));
        const end = { file: this.source, start: this.end(), end: this.end() };
        const edits = [
          { span: this.spanOf(found), text: "{ when" },
          { span: end, text: " }" },
        ];
        this.report(
          "RMD1011",
          { ...this.spanOf(found), start: word.startOffset },
          { found: found.image },
          { suggestion: { title: "Put it into a block.", edits } },
        );
        otherwise = wrap(nested);
      } else otherwise = this.subrule(2, block());
    });
    return { kind: "when", span: this.spanFrom(start), condition, body, otherwise };
  }

  /** `each name in selection { … }` */
  protected eachOf<B>(block: () => Rule<B>): EachOf<B> {
    const start = this.start();
    this.consume(0, t.Each);
    const name = this.expectName(0, "a name for the element");
    this.expect(0, t.In, undefined, " Write for example: each x in package(name matches '…') { … }.");
    const selection = this.operand(0, this.expression, "a list or a selection");
    const body = this.subrule(1, block());
    return { kind: "each", span: this.spanFrom(start), name, selection, body };
  }

  /** `with reference, reference stopped { … }` */
  protected withOf<B>(block: () => Rule<B>): WithOf<B> {
    const start = this.start();
    this.consume(0, t.With);
    const resources = [this.operand(0, this.reference, "a service or a process")];
    this.many(0, () => {
      this.consume(0, t.Comma);
      resources.push(this.operand(1, this.reference, "a service or a process", false));
    });
    this.expect(0, t.Stopped, undefined, ' Write for example: with service("Spooler") stopped { … }.');
    const body = this.subrule(2, block());
    return { kind: "with", span: this.spanFrom(start), resources, body };
  }

  private indexOfKeyword(): number {
    const index = keywordsOfActions.indexOf(this.LA(1).tokenType);
    return index < 0 ? keywordsOfActions.length : index;
  }

  /** Verbs are declared by the kinds and checked later; only what is one letter off a keyword is taken for it here. */
  private isMistypedKeyword(): boolean {
    if (this.RECORDING_PHASE || this.LA(1).tokenType !== t.Word) return false;
    const { image } = this.LA(1);
    return startsExpression(this.LA(2)) && image.length >= 5 && keywordsOfActions.some((type) => distance(image, type.LABEL ?? "") === 1);
  }
}

function asActions(statement: WhenOf<ActionsNode>): ActionsNode {
  return { kind: "actions", span: statement.span, statements: [statement] };
}

import { EOF } from "chevrotain";
import type { Expression, NameNode } from "../../src/syntax/expressions.ts";
import type { Statement } from "../../src/syntax/statements.ts";
import type {
  Body,
  Declaration,
  FileNode,
  FormalNode,
  ImportNode,
  ParamNode,
  PartNode,
  RemedyMember,
  RemedyNode,
  RequiresNode,
  StepNode,
  UninstallNode,
} from "../../src/syntax/file.ts";
import type { Rule } from "../parser-base.ts";
import { Name, SignOfEntry, SignOfValue } from "../token-categories.ts";
import * as t from "../tokens.ts";
import { describeToken, startsExpression } from "../wording.ts";
import { PromiseRules } from "./promises.ts";
import { keywordsOnlyInSteps } from "./statements.ts";

const keywordsOfFiles = [t.Remedy, t.Part, t.Let, t.ScenarioWord, t.PromiseWord, t.Import];
/** What stands beside a remedy, not in it. */
const outsideRemedies = [t.Remedy, t.Part, t.ScenarioWord, t.PromiseWord, t.Import];
/** In the order of the alternatives of `member`. */
const keywordsOfRemedies = [t.Param, t.Let, t.Step, t.Requires, t.Uninstall, t.Accept];

/** Imports and declarations of a file, and what a remedy and a part consist of. */
export abstract class FileRules extends PromiseRules {
  readonly file: Rule<Pick<FileNode, "imports" | "declarations">> = this.rule("File", () => {
    const imports: ImportNode[] = [];
    const declarations: Declaration[] = [];
    this.MANY(() => {
      const node = this.guard(() => this.SUBRULE(this.import));
      if (node) imports.push(node);
    });
    do {
      this.readLateImports(imports);
      this.MANY2(() => {
        const node = this.guard(() =>
          this.OR<Declaration>([
            { ALT: () => this.SUBRULE(this.remedy) },
            { ALT: () => this.SUBRULE(this.part) },
            { ALT: () => this.SUBRULE(this.let) },
            { ALT: () => this.SUBRULE(this.scenario) },
            { ALT: () => this.SUBRULE(this.promise) },
          ]),
        );
        if (node) declarations.push(node);
      });
    } while (this.resumesFile());
    return { imports, declarations };
  });

  private readonly import: Rule<ImportNode> = this.rule("Import", () => {
    const start = this.start();
    this.CONSUME(t.Import);
    const path = this.operandString(0, this.string, "the path of a file");
    return { kind: "import", span: this.spanFrom(start), path };
  });

  private readonly remedy: Rule<RemedyNode> = this.rule("Remedy", () => {
    const documentation = this.documentation();
    const start = this.start();
    this.CONSUME(t.Remedy);
    const name = this.expectName(0, "the name of the remedy");
    const members: RemedyMember[] = [];
    const open = this.openBlock(0, "the remedy");
    do {
      this.MANY({
        GATE: () => !this.startsBeyondRemedy() && !this.startsStrayStatement() && !this.isMistypedMember(),
        DEF: () => {
          const member = this.guard(() => this.SUBRULE(this.member));
          if (member) members.push(member);
        },
      });
    } while (this.resumesRemedy(name.text));
    this.closeBlock(0, open);
    return { kind: "remedy", span: this.spanFrom(start), documentation, name, members };
  });

  private readonly member: Rule<RemedyMember> = this.rule("Member", () =>
    // A keyword before ":" is the name of an entry.
    this.choose<RemedyMember>(0, () => this.indexOfMember(), [
      { ALT: () => this.SUBRULE(this.param) },
      { ALT: () => this.SUBRULE(this.let) },
      { ALT: () => this.SUBRULE(this.step) },
      { ALT: () => this.SUBRULE(this.requires) },
      { ALT: () => this.SUBRULE(this.uninstall) },
      { ALT: () => this.SUBRULE(this.accept) },
      {
        ALT: () => {
          const entry = this.SUBRULE(this.entry);
          this.separate(0, "entries");
          return entry;
        },
      },
    ]),
  );

  private readonly param: Rule<ParamNode> = this.rule("Param", () => {
    const documentation = this.documentation();
    const start = this.start();
    this.CONSUME(t.Param);
    const formal = this.SUBRULE(this.formal);
    return { kind: "param", span: this.spanFrom(start), documentation, formal };
  });

  private readonly requires: Rule<RequiresNode> = this.rule("Requires", () => {
    const start = this.start();
    const keyword = this.spanOf(this.CONSUME(t.Requires));
    const condition = this.operand(0, this.expression, "a condition");
    let type: NameNode | undefined;
    this.OPTION(() => {
      this.CONSUME(t.As);
      type = this.expectName(0, "a type");
    });
    return { kind: "requires", span: this.spanFrom(start), keyword, condition, type };
  });

  private readonly uninstall: Rule<UninstallNode> = this.rule("Uninstall", () => {
    const documentation = this.documentation();
    const start = this.start();
    const keyword = this.spanOf(this.CONSUME(t.Uninstall));
    const body = this.readStepsOfUninstall() ?? this.SUBRULE(this.body);
    this.checkOnFailure(body);
    return { kind: "uninstall", span: this.spanFrom(start), documentation, keyword, body };
  });

  private readonly formal: Rule<FormalNode> = this.rule("Formal", () => {
    const start = this.start();
    const name = this.expectName(0, "the name of the parameter", false);
    const type = this.formalType(name.text);
    let defaultValue: Expression | undefined;
    this.OPTION(() => {
      this.expectSign(0, SignOfValue, "before the value that is used when none is given");
      defaultValue = this.operand(0, this.expression, "a value");
    });
    return { kind: "formal", span: this.spanFrom(this.earlier(start, name)), name, type, defaultValue };
  });

  private readonly part: Rule<PartNode> = this.rule("Part", () => {
    const documentation = this.documentation();
    const start = this.start();
    const formals: FormalNode[] = [];
    this.CONSUME(t.Part);
    const name = this.expectName(0, "the name of the part");
    const open = this.expect(0, t.LeftParen, undefined, " A part without parameters is written with '()'.");
    this.OPTION(() => {
      formals.push(this.SUBRULE(this.formal));
      this.MANY(() => {
        this.CONSUME(t.Comma);
        formals.push(this.SUBRULE2(this.formal));
      });
    });
    this.close(0, open, t.RightParen);
    const body = this.SUBRULE(this.body);
    return { kind: "part", span: this.spanFrom(start), documentation, name, formals, body };
  });

  /** `uninstall { step … { … } }`: it has the statements of a step and no steps; those in it are read as its own. */
  private readStepsOfUninstall(): Body | undefined {
    if (this.RECORDING_PHASE || this.LA(2).tokenType !== t.Step || !this.isAt(Name, 3)) return undefined;
    const start = this.start();
    const open = this.openBlock(0, "the statements");
    const hint = " 'uninstall' has the statements themselves: leave the step's line and its braces out.";
    this.complain("RMD1001", this.spanOf(this.LA(1)), { expected: "A statement", found: describeToken(this.LA(1)), hint });
    const statements: Statement[] = [];
    while (this.isAt(t.Step)) statements.push(...(this.guard(() => this.step())?.body.statements ?? []));
    this.closeBlock(0, open);
    return { kind: "body", span: this.spanFrom(start), statements };
  }

  private indexOfMember(): number {
    const index = keywordsOfRemedies.indexOf(this.LA(1).tokenType);
    return index < 0 || this.isAt(SignOfEntry, 2) ? keywordsOfRemedies.length : index;
  }

  /** `: type`; a parameter without one is a mistake of its own. */
  private formalType(name: string): FormalNode["type"] {
    if (
      !this.RECORDING_PHASE &&
      (this.LA(1).tokenType === t.Equals || this.isFirst() || this.isAt(t.RightParen) || this.isAt(t.Comma)) &&
      name !== ""
    ) {
      const start = this.end();
      const span = { file: this.source, start: start - name.length, end: start };
      this.complain("RMD1017", span, { name });
      const place = { file: this.source, start, end: start };
      return { kind: "named-type", span: place, name: { kind: "name", span: place, text: "" }, member: undefined, optional: false };
    }
    this.expect(0, t.Colon);
    return this.requiredType(0);
  }

  private startsBeyondRemedy(): boolean {
    const type = this.LA(1).tokenType;
    return outsideRemedies.includes(type) && this.startsDeclaration();
  }

  /** A statement where members of a remedy stand: most likely a step was closed too early. */
  private startsStrayStatement(): boolean {
    return keywordsOnlyInSteps.includes(this.LA(1).tokenType) && !this.isAt(SignOfEntry, 2);
  }

  private isMistypedMember(): boolean {
    return this.LA(1).tokenType === t.Word && this.isAt(Name, 2) && !this.isFirst(2);
  }

  private resumesRemedy(name: string): boolean {
    if (this.RECORDING_PHASE) return false;
    if (this.startsStrayStatement() && this.LA(0).tokenType === t.RightBrace) {
      this.reportEarlyClose("the step");
      this.readStrayStatements();
    }
    if (this.LA(1).tokenType === t.RightBrace && this.closesRemedyEarly()) {
      this.skip();
      this.reportEarlyClose(`the remedy '${name}'`);
      return true;
    }
    return this.resumes({
      place: "a remedy",
      keywords: keywordsOfRemedies,
      also: ["name: value"],
      goesOn: () => this.isNameThenSign(),
      endsHere: () => this.startsBeyondRemedy(),
    });
  }

  private closesRemedyEarly(): boolean {
    const type = this.LA(2).tokenType;
    return ((type === t.Step || type === t.Param) && this.isAt(Name, 3)) || (type === t.Uninstall && this.isAt(t.LeftBrace, 3));
  }

  private reportEarlyClose(block: string): void {
    const line = this.lineOf(this.LA(1));
    this.complain("RMD1005", this.spanOf(this.LA(0)), { block, found: this.LA(1).image, line });
  }

  private readStrayStatements(): void {
    while (this.startsStrayStatement()) this.guard(() => this.SUBRULE(this.statement));
    if (this.LA(1).tokenType === t.RightBrace) this.skip();
  }

  private readLateImports(imports: ImportNode[]): void {
    while (!this.RECORDING_PHASE && this.isAt(t.Import)) {
      this.report("RMD1015", this.spanOf(this.LA(1)), {});
      const node = this.guard(() => this.SUBRULE(this.import));
      if (node) imports.push(node);
    }
  }

  private resumesFile(): boolean {
    if (this.RECORDING_PHASE) return false;
    while (this.LA(1).tokenType === t.RightBrace) {
      this.complain("RMD1004", this.spanOf(this.LA(1)), { close: "}" });
      this.skip();
    }
    return this.resumes({ place: "a file", keywords: keywordsOfFiles, endsHere: () => false });
  }

  /** A step and nothing else; undefined where more stands there, or less. */
  parseWholeStep(): StepNode | undefined {
    const step = this.guard(() => this.step());
    return this.errors.length === 0 && this.LA(1).tokenType === EOF ? step : undefined;
  }

  /** An expression and nothing else. `from` is where it was to begin. */
  parseWholeExpression(from: number): Expression {
    const place = { file: this.source, start: from, end: from };
    if (!startsExpression(this.LA(1))) {
      this.complain("RMD1001", this.LA(1).tokenType === EOF ? place : this.spanOf(this.LA(1)), {
        expected: "A value",
        found: describeToken(this.LA(1)),
        hint: "",
      });
      return { kind: "missing", span: place };
    }
    const value = this.guard(() => this.expression());
    // Chevrotain keeps what ends its outermost rule to itself, and goes to the end.
    const [ending] = this.errors;
    if (ending)
      this.complain("RMD1001", this.spanOf(ending.token), { expected: "Something else", found: describeToken(ending.token), hint: "" });
    const next = this.LA(1);
    if (next.tokenType !== EOF)
      this.complain("RMD1001", this.spanOf(next), { expected: "The end of the value", found: describeToken(next), hint: "" });
    return value ?? { kind: "missing", span: place };
  }
}

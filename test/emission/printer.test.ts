import { describe, expect, test } from "vitest";
import { psBlock, psCommand, psLiteral, psNamed, psPositional, psStatement, psSwitch, psVariable } from "../../src/powershell/ast.ts";
import type { PsExpression, PsStatement } from "../../src/powershell/ast.ts";
import { stringLiteral } from "../../src/powershell/literals.ts";
import { printStatements } from "../../src/powershell/printer.ts";
import { runScriptText } from "../powershell/run-text.ts";
import { emit } from "./support.ts";

const text = (value: string) => psLiteral(stringLiteral(value));
const [a, b, c] = ["a", "b", "c"].map(psVariable) as [PsExpression, PsExpression, PsExpression];
const binary = (operator: "-and" | "-or" | "-eq", left: PsExpression, right: PsExpression): PsExpression => ({
  kind: "binary",
  operator,
  left,
  right,
});
const print = (...statements: readonly PsStatement[]) => printStatements(statements, 0);
const expression = (value: PsExpression) => print(psStatement(value));

describe("layout", () => {
  test("operators of one sort stand in a row, mixed ones in parentheses", () => {
    expect(expression(binary("-and", binary("-and", a, b), c))).toBe("$a -and $b -and $c");
    expect(expression(binary("-and", a, binary("-and", b, c)))).toBe("$a -and $b -and $c");
    expect(expression(binary("-or", binary("-and", a, b), c))).toBe("($a -and $b) -or $c");
    expect(expression(binary("-eq", binary("-eq", a, b), c))).toBe("($a -eq $b) -eq $c");
    expect(expression({ kind: "not", operand: { kind: "not", operand: a } })).toBe("-not (-not $a)");
  });

  test("a call with many long arguments has one a line, switches included; a short one on its line", () => {
    expect(print(psStatement(psCommand("Test-Thing", psNamed("Name", text("x")), psSwitch("Absent"))))).toBe(
      "Test-Thing -Name 'x' -Absent",
    );
    expect(print(psStatement(psCommand("Test-Thing", psNamed("Name", text("x".repeat(150))), psSwitch("Absent"))))).toBe(
      `Test-Thing \`\n  -Name '${"x".repeat(150)}' \`\n  -Absent`,
    );
  });

  test("an ordered table as an argument stands in parentheses", () => {
    const hashtable = (ordered: boolean) => ({ kind: "hashtable", ordered, entries: [{ key: "a", value: b }] }) as const;
    const table = (ordered: boolean) => psNamed("Provides", hashtable(ordered));
    expect(print(psStatement(psCommand("Test-Thing", table(true))))).toBe("Test-Thing -Provides ([ordered]@{ a = $b })");
    expect(print(psStatement(psCommand("Test-Thing", table(false))))).toBe("Test-Thing -Provides @{ a = $b }");
    const named = (uses: number) => psNamed("Provides", { kind: "named", shared: { variable: "provided", uses }, value: hashtable(true) });
    expect(print(psStatement(psCommand("Test-Thing", named(1))))).toBe("Test-Thing -Provides ([ordered]@{ a = $b })");
    expect(print(psStatement(psCommand("Test-Thing", named(2))))).toBe("Test-Thing -Provides $provided");
  });

  test("the engine's words keep their arguments, blocks break together", () => {
    const block = (value: string) => psPositional(psBlock(psStatement(psCommand("Test-Thing", psNamed("Name", text(value))))));
    expect(print(psStatement(psCommand("Ensure", psPositional(text("id")), block("a"), block("b"))))).toBe(
      "Ensure 'id' { Test-Thing -Name 'a' } { Test-Thing -Name 'b' }",
    );
    expect(print(psStatement(psCommand("Ensure", psPositional(text("id")), block("a".repeat(70)), block("b".repeat(70)))))).toBe(
      `Ensure 'id' {\n  Test-Thing -Name '${"a".repeat(70)}'\n} {\n  Test-Thing -Name '${"b".repeat(70)}'\n}`,
    );
  });

  test("arrays, tables, joins, comments, branches, loops", () => {
    const one: PsStatement = psStatement(psCommand("Step"));
    expect(expression({ kind: "array", elements: [] })).toBe("@()");
    expect(expression({ kind: "array", elements: [a, psCommand("Get-Thing")] })).toBe("@($a, (Get-Thing))");
    expect(
      expression({
        kind: "hashtable",
        ordered: true,
        entries: [
          { key: "A", value: a },
          { key: { kind: "literal", text: stringLiteral("b c") }, value: b },
        ],
      }),
    ).toBe("[ordered]@{ A = $a; 'b c' = $b }");
    expect(print({ kind: "assign", variable: "x", value: { kind: "join", parts: [a, text("b")] } })).toBe("$x = -join @($a, 'b')");
    expect(print({ kind: "comment", text: "a #> b\nc \u00e9" })).toBe("# a # > b c ?");
    expect(
      print({
        kind: "if",
        branches: [
          { condition: a, body: [one] },
          { condition: b, body: [one] },
          { condition: undefined, body: [] },
        ],
      }),
    ).toMatch(/^if \(\$a\) \{\n {2}Step\n\} elseif \(\$b\) \{\n {2}Step\n\} else \{\n\s*\}$/);
    expect(print({ kind: "foreach", variable: "x", list: a, body: [one] })).toBe("foreach ($x in $a) {\n  Step\n}");
  });
});

describe("a user's PowerShell", () => {
  const block = "$a = @'\nfirst \n\n\n  second\n'@\nif ($a) {\n    \"one\ntwo\"\n}";

  test("is indented to its place, but not inside strings, whose text it would change", () => {
    const lines = block.split("\n");
    expect(printStatements([{ kind: "verbatim", lines }], 1)).toBe(
      "  $a = @'\nfirst \n\n\n  second\n'@\n  if ($a) {\n      \"one\ntwo\"\n  }",
    );
  });

  test("means the same in the compiled script, on the real engine", async () => {
    const script = await emit(`ensure script("s") {\n  test: '''\n${block}\n'''\n  fix: '''\n$null\n'''\n}`);
    const found = /Test-Script -Name 's' -Test (\{[\s\S]*?\n *\})\n *\} \{/.exec(script)?.[1];
    const run = (source: string) =>
      runScriptText(`(& ${source}) | ForEach-Object { ($_.ToCharArray() | ForEach-Object { [int]$_ }) -join ' ' }`);
    expect((await run(String(found))).stdout).toEqual((await run(`{\n${block}\n}`)).stdout);
  });
});

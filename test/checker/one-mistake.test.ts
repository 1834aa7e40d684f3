import { describe, expect, test } from "vitest";
import { checkText } from "./support.ts";

/* One mistake is told once: nothing follows from it. */

describe("one mistake", () => {
  test.each([
    ["an unknown name is not also unused", 'let spooler = service("S")\nensure spoler { state: running }', ["RMD2001"]],
    ["a statement that cannot be read is no empty step", "frobnicate service", ["RMD1007"]],
    ["what is said in the parentheses is not missing behind them", 'ensure service("S", state: running)', ["RMD3009"]],
    ["a name may be used where nobody can read it", 'let spooler = service("S")\nrestart spooler', ["RMD1007"]],
    [
      "PowerShell in braces, whatever stands in it",
      "ensure script(\"x\") { test: { Test-Path 'C:\\x' -and $true # a remark\n if ($x) { \"a\" } }, fix: 'exit 0' }",
      ["RMD1001"],
    ],
    ["what names it, said in the braces", "ensure registry_value('HKLM\\SOFTWARE\\Demo') { ValueName: \"x\", data: 1 }", ["RMD3004"]],
  ])("gives one report: %s", async (_, text, codes) => {
    expect((await checkText(text)).diagnostics.map(({ code }) => code)).toEqual(codes);
  });
});

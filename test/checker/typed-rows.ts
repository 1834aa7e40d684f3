import { expect, test } from "vitest";
import { applySuggestion, checkText, completeRemedy } from "./support.ts";

/** A statement as somebody types it, the one finding, and what stands there once its suggestion is applied; without it there is none. */
export type Typed = readonly [typed: string, said: string, repaired?: string];

/** Tests that each statement has its finding and no other, and that its suggestion repairs it. */
export function testTyped(typed: readonly Typed[]): void {
  const rows = typed.map(([statement, said, repaired]) => ({ statement, said, repaired }));

  test.each(rows)("$statement", async ({ statement, said, repaired }) => {
    const { diagnostics } = await checkText(statement);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([said]);
    expect(applySuggestion(completeRemedy(statement), diagnostics[0])).toBe(completeRemedy(repaired ?? statement));
  });

  test.each(rows.filter(({ repaired }) => repaired !== undefined))("is right once repaired: $repaired", async ({ repaired }) => {
    expect((await checkText(repaired ?? "")).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
}

import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { printDraft } from "../../src/scaffold/draft.ts";
import { createInstallerWish } from "../../src/scaffold/installer-wish.ts";
import { readAnswer } from "../../src/scaffold/questions.ts";
import type { GivenAnswers } from "../../src/scaffold/questions.ts";
import type { Wish } from "../../src/scaffold/wish.ts";
import { wishes } from "../../src/scaffold/wishes.ts";
import { compileRecipeText, startRecipeRunner } from "../simulator/recipe-support.ts";
import type { RecipeRunner } from "../simulator/recipe-support.ts";

/** What stands in the place of examples: letters and signs that PowerShell, paths and patterns have a meaning for. */
const HOSTILE: GivenAnswers = {
  "value-name": "a'b\"c$(calc)`[*]ä",
  type: "string",
  data: "line 1\nline 2 $env:PATH ${x} 'é' 漢",
  content: "a'b\n$(calc)",
};

/** The answers of a remedy: hostile ones where there are, else the questions' own examples. */
function answer(wish: Wish): ReturnType<Wish["draft"]> {
  const given = { ...Object.fromEntries(wish.questions.map(({ option, example }) => [option, example])), ...HOSTILE };
  return wish.draft(
    new Map(
      wish.questions.map((question) => {
        const read = readAnswer(question, given, given[question.option] ?? "");
        if (read.kind === "wrong") throw new Error(`--${question.option} is ${read.expected}`);
        return [question.option, read.value];
      }),
    ),
  );
}

let runner: RecipeRunner;
beforeAll(async () => {
  runner = await startRecipeRunner();
});
afterAll(() => {
  runner.close();
});

describe.each(Object.entries(wishes))("%s", async (name, wish) => {
  const draft = answer(wish);
  const recipe = await compileRecipeText(printDraft({ name: "wanted", title: `For ${name}`, targets: ["intune.remediation"] }, draft));

  test("has a machine that is right, one that is wrong, and one where no fix helps", () => {
    const said = draft.scenarios.map(({ expects }) => expects.join("\n"));
    expect(said.some((text) => text.includes("detect compliant"))).toBe(true);
    expect(said.some((text) => text.includes("detect noncompliant\nfix succeeded"))).toBe(true);
    expect(said.some((text) => /fix (?:blocked|failed)/.test(text))).toBe(true);
  });

  test("its scenarios pass", async () => {
    for (const { title } of recipe.scenarios) expect(await runner.failuresOf(recipe, title, "intune.remediation"), title).toEqual([]);
  }, 120_000);
});

describe("an installer", async () => {
  const { value: file } = await inspectFile(fileURLToPath(new URL("../inspect/fixtures/agent.msi", import.meta.url)));
  const wish = file && createInstallerWish(file, "media/agent.msi");
  const text = wish ? printDraft({ name: "wanted", title: "Agent", targets: ["intune.win32"] }, wish.draft(new Map())) : "";
  const recipe = await compileRecipeText(text);

  test.each(["it is missing", "its setup is another file", "installed, and taken away again"])(
    "%s",
    async (title) => {
      expect(text).toContain('package(upgrade_code: "{B6BE2B2C-');
      expect(await runner.failuresOf(recipe, title, "intune.win32")).toEqual([]);
    },
    120_000,
  );
});

import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import recipes from "../../src/generated/recipes.json" with { type: "json" };
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { printDraft } from "../../src/scaffold/draft.ts";
import { createInstallerWish } from "../../src/scaffold/installer-wish.ts";
import { readAnswer } from "../../src/scaffold/questions.ts";
import type { GivenAnswers } from "../../src/scaffold/questions.ts";
import { copyRecipe, listRecipes } from "../../src/scaffold/recipes.ts";
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

/** What a remedy's scenarios show at least; more of the same kind are not run here. */
const KINDS = {
  "that is right": /detect compliant/,
  "that is wrong": /detect noncompliant\nfix succeeded/,
  "where no fix helps": /fix (?:blocked|failed)/,
} as const;
/**
 * Of every wish a machine that is wrong is run: the longest way through its scripts, whose last detection is one of a machine that is right. One that is right from the start
 * is run where hostile texts tell whether it is, and one where no fix helps once for each thing that stands in the way: rights, something that is missing, a setup, a policy.
 */
const ALSO_RUN: { readonly [kind: string]: readonly string[] } = {
  "that is right": ["registry-value", "file-present"],
  "where no fix helps": ["registry-value", "service-runs", "package-installed", "user-right"],
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

  test.each(Object.entries(KINDS))(
    "has a machine %s",
    async (kind, pattern) => {
      const found = draft.scenarios.findIndex(({ expects }) => pattern.test(expects.join("\n")));
      const { title = "" } = recipe.scenarios[found] ?? {};
      expect(title).not.toBe("");
      if (kind === "that is wrong" || ALSO_RUN[kind]?.includes(name) === true)
        expect(await runner.failuresOf(recipe, title, "intune.remediation"), title).toEqual([]);
    },
    120_000,
  );
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

describe("like a recipe", () => {
  test.each(["network-reset", "support-information"])(
    "%s under another name: its scenarios are there, and its first fix passes",
    async (name) => {
      const found = listRecipes(recipes).find((recipe) => recipe.name === name);
      const recipe = await compileRecipeText(found ? copyRecipe(recipes, found, "own", "recipe.remedy").text : "");
      const [target = ""] = recipe.targets.filter((each) => each.startsWith("intune"));
      expect(recipe.scenarios.length).toBeGreaterThan(1);
      const { title = "" } =
        recipe.scenarios.find(({ steps }) => steps.some((step) => step.kind === "expect-outcome" && step.run === "fix")) ?? {};
      expect(await runner.failuresOf(recipe, title, target), title).toEqual([]);
    },
    120_000,
  );
});

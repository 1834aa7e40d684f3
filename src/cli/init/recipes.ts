import { findClosest } from "../../binder/did-you-mean.ts";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import { answerOptions, wishNames } from "../../scaffold/answer-options.ts";
import { toRemedyName } from "../../scaffold/names.ts";
import { copyRecipe, listRecipes } from "../../scaffold/recipes.ts";
import type { Recipe, RecipeFiles } from "../../scaffold/recipes.ts";
import { finish } from "./finish.ts";
import { describeName } from "./heading.ts";
import { fileNameOf } from "./place.ts";
import { fail, wrong } from "./session.ts";
import type { InitOutcome, InitSession } from "./session.ts";

/** The recipes of this version. */
export interface Recipes {
  readonly files: RecipeFiles;
  readonly list: readonly Recipe[];
}

/** Reads the recipes that come with the program. */
export async function loadRecipes(): Promise<Recipes> {
  const { default: files } = (await import("../../generated/recipes.json", { with: { type: "json" } })) as {
    readonly default: RecipeFiles;
  };
  return { files, list: listRecipes(files) };
}

/** What there is for `--what` and `--like`. */
export function listAll({ list }: Recipes): string {
  const width = Math.max(...Object.keys(wishNames).map((name) => name.length), ...list.map(({ name }) => name.length));
  const row = (name: string, text: string): string => `  ${name.padEnd(width)}  ${text}`;
  return [
    "For --what, from your answers:",
    ...Object.entries(wishNames).map(([name, text]) => row(name, text)),
    "",
    "For --like, whole recipes:",
    ...list.map(({ name, title }) => row(name, title)),
    "",
  ].join("\n");
}

/** Copies a recipe under the person's name. */
export async function copyLikeRecipe(name: string, session: InitSession): Promise<InitOutcome> {
  const { argv, asker, place } = session;
  const { files, list } = await loadRecipes();
  const recipe = list.find((one) => one.name === name.replace(/^.*[\\/]|\.remedy$/g, ""));
  if (!recipe) {
    const closest = findClosest(
      name,
      list.map((one) => one.name),
    );
    return fail(createDiagnostic("RMD8606", undefined, { name, hint: closest === undefined ? "" : ` Did you mean '${closest}'?` }));
  }
  const idle = ["title", "target", ...Object.keys(answerOptions)].find((option) => argv[option as keyof typeof argv] !== undefined);
  if (idle !== undefined)
    return fail(
      createDiagnostic("RMD8607", undefined, { option: idle, reason: "a recipe is copied as it is; change what is yours in the file" }),
    );
  const initial = toRemedyName(place.fileName?.replace(/\.remedy$/i, "") ?? recipe.name);
  let own = argv.name;
  for (;;) {
    own ??= (asker && (await asker.text("What is yours called?", { example: initial, initial, isOptional: false }))) ?? initial;
    const reason = describeName(own);
    if (reason === undefined) break;
    if (!asker) return fail(wrong("name", own, reason));
    asker.complain(reason);
    own = undefined;
  }
  const fileName = fileNameOf(place, own);
  const copy = copyRecipe(files, recipe, own, fileName);
  return finish(
    {
      about: `"${recipe.title}", like ${recipe.name}`,
      files: { ...copy.beside, [fileName]: copy.text },
      fileName,
      settings: copy.settings,
      toComplete: [],
    },
    session,
  );
}

import { compileText } from "../plan/support.ts";
import type { Given } from "../plan/support.ts";

/** The script of a text for its target's last role (which repairs), or for the first. */
export async function emit(text: string, given: Given = {}, role: "first" | "last" = "last"): Promise<string> {
  const { scripts, diagnostics } = await compileText(text, given);
  const script = role === "first" ? scripts[0] : scripts.at(-1);
  if (!script) throw new Error(diagnostics.map((diagnostic) => `${diagnostic.code} ${diagnostic.message}`).join("\n"));
  return script.script.text.replaceAll("\r\n", "\n");
}

/** The steps of a script: from its first `Step` to the end of the function that holds them, each line's indentation kept. */
export async function emitSteps(text: string, given: Given = {}, role: "first" | "last" = "last"): Promise<string> {
  const script = await emit(text, given, role);
  return script.slice(script.indexOf("Step 'only'"), script.indexOf("\n}\n#endregion")).trimEnd();
}

/** What a condition becomes, on one line without the layout's blanks; `before` declares what it names. */
export async function emitCondition(condition: string, before = ""): Promise<string> {
  const steps = await emitSteps(
    `${before}\nstep only "Only" {\n  require ${condition} else "x"\n  ensure service("Other") { state: running }\n}`,
  );
  const block = /\bAssert '[^']+' 'x' \{([\s\S]*?)\}\)\) \{ return \}\n *# line/.exec(steps)?.[1];
  if (block === undefined) throw new Error(steps);
  return block.replace(/\s+/g, " ").replaceAll("( ", "(").replaceAll(" )", ")").trim();
}

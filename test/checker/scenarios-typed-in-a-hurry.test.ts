import { describe, expect, test } from "vitest";
import { applySuggestion, checkText } from "./support.ts";

describe("a scenario", () => {
  const remedy = 'remedy r {\n  title: "R"\n  version: 1.0.0\n  step one "One" { ensure service("S") { state: running } }\n}\n';
  const STOPPED = '{ service("S") { state: stopped } }';

  test.each([
    [
      'scenario "x" for r { given service("S") { state: stopped } expect detect noncompliant }',
      "RMD1001 '{' of the given state expected, found 'service'. Write 'given { … }' around what is given.",
      `scenario "x" for r { given ${STOPPED} expect detect noncompliant }`,
    ],
    [
      `scenario "x" for r { given ${STOPPED} expect detect: noncompliant }`,
      "RMD1001 An outcome expected, found ':'. Write the outcome behind 'detect', without a sign.",
      `scenario "x" for r { given ${STOPPED} expect detect noncompliant }`,
    ],
    [
      `scenario "x" for r { given ${STOPPED} expect fix ok }`,
      "RMD2001 Unknown outcome 'ok'. Did you mean 'succeeded'? 'fix' can be 'succeeded', 'restart_needed', 'blocked' or 'failed'.",
      `scenario "x" for r { given ${STOPPED} expect fix succeeded }`,
    ],
    [`scenario "x" for r { given ${STOPPED} expect success }`, "RMD2001 Unknown name 'success'. Write 'expect fix succeeded'.", undefined],
    [
      'scenario "x" for r { given { computer.installer_busy: true } expect detect compliant }',
      "RMD3004 'computer' has no property 'installer_busy'. It is a word of 'given' alone: write 'computer { installer_busy: … }'.",
      undefined,
    ],
    [
      'scenario "x" { expect detect compliant }',
      "RMD1001 'for r' expected, found '{'. A scenario says for which remedy it is.",
      'scenario "x" for r { expect detect compliant }',
    ],
    [
      'remedy my-remedy { title: "x", version: 1.0.0, step a "A" { ensure service("S") { state: running } } }',
      "RMD1020 '-' means nothing here. Names have letters, digits and '_'.",
      'remedy my_remedy { title: "x", version: 1.0.0, step a "A" { ensure service("S") { state: running } } }',
    ],
    [
      'remedy x { title: "x", version: 1.0.0\n ensure service("S") { state: running } }',
      "RMD1007 'ensure' begins nothing that may stand in a remedy. Statements stand in a step: 'step name \"Title\" { ensure … }'.",
      undefined,
    ],
  ])("%s", async (written, said, repaired) => {
    const text = remedy + written;
    const { diagnostics } = await checkText(text);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([said]);
    expect(applySuggestion(text, diagnostics[0])).toBe(remedy + (repaired ?? written));
  });
});

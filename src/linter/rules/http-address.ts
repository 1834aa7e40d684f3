import { createDiagnostic } from "../../diagnostics/catalog.ts";
import { getSpanText } from "../../source/source-file.ts";
import { literalText } from "../texts.ts";
import type { Rule } from "../rule.ts";

/** An address with http alone; this computer, and hosts that name a schema and are never asked, are left out. */
const HTTP = /^http:\/\/(?!(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|schemas\.[\w.]+|www\.w3\.org)(?:[:/]|$))[^\s/]+/i;

/** A text that is an address without TLS. What a scenario says is on no device. */
export const rule: Rule = {
  name: "http-address",
  code: "RMD6042",
  createVisitor: ({ report }) => ({
    string: (string, { scenario }) => {
      const address = scenario ? undefined : HTTP.exec(literalText(string) ?? "")?.[0];
      if (address === undefined) return;
      // Whether there is TLS behind it, only a person can say: no safe repair.
      const at = string.span.start + getSpanText(string.span).indexOf("://");
      const edit = { span: { ...string.span, start: at, end: at }, text: "s" };
      report(createDiagnostic("RMD6042", string.span, { address }, { suggestion: { title: "Write 'https'.", edits: [edit] } }));
    },
  }),
};

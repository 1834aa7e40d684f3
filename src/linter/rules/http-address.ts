import { createDiagnostic } from "../../diagnostics/catalog.ts";
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
      if (address !== undefined) report(createDiagnostic("RMD6042", string.span, { address }));
    },
  }),
};

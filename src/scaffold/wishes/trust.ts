import type { Question } from "../questions.ts";

/** What runs with the rights of the system must be known by its hash or its signer; Windows' own programs are. */
export const signedByQuestion: Question = {
  option: "signed-by",
  asks: "Who signed it, as the whole subject of the certificate? Programs of Windows need none.",
  type: { kind: "string" },
  example: "CN=Contoso Ltd, O=Contoso Ltd, C=US",
  isOptional: true,
};

import page from "../../generated/proofpage.json" with { type: "json" };
import { renderPage } from "../../pages/frame.ts";
import type { Proof } from "../prove.ts";
import { createPageData } from "./page-data.ts";
import type { ToldProof } from "./told.ts";

/** How the page begins that `remedyc prove` writes: by this it is known to be one of these. */
export const PROOF_PAGE_TITLE = "Proofs of remedies";

/** Proofs as one page that draws what was explored. */
export function renderProofHtml(
  proofs: readonly { readonly proof: Proof; readonly told: ToldProof }[],
  options: { readonly budget: number; readonly calm: boolean },
): string {
  return renderPage(page, PROOF_PAGE_TITLE, createPageData(proofs, options));
}

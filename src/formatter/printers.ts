import { actionPrinters } from "./actions.ts";
import { expressionPrinters } from "./expressions.ts";
import { filePrinters } from "./file.ts";
import { numberPrinters } from "./numbers.ts";
import type { Printers } from "./printer.ts";
import { promisePrinters } from "./promises.ts";
import { scenarioPrinters } from "./scenarios.ts";
import { statePrinters } from "./states.ts";
import { statementPrinters } from "./statements.ts";
import { stringPrinters } from "./strings.ts";
import { typePrinters } from "./types.ts";

/** The printers of all chapters of the grammar; the type checker proves that no kind of node is missing. */
export const printers: Printers = {
  ...actionPrinters,
  ...expressionPrinters,
  ...filePrinters,
  ...numberPrinters,
  ...promisePrinters,
  ...scenarioPrinters,
  ...statePrinters,
  ...statementPrinters,
  ...stringPrinters,
  ...typePrinters,
};

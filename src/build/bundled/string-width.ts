import { stripVTControlCharacters } from "node:util";

/**
 * In the bundle this is what yargs measures texts with, instead of the package `string-width`: that one makes an Intl.Segmenter when it is
 * loaded (13 ms of every start) to know the width of emoji and of East Asian letters, and our help has none.
 */
// The package that it stands in for has a default export.
export { measureWidth as default };

function measureWidth(text: string): number {
  return stripVTControlCharacters(text).length;
}

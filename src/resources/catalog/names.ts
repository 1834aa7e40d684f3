/** Words that the grammar keeps for itself (LANGUAGE, Grammar: Reserved). */
export const reservedWords: ReadonlySet<string> = new Set(["and", "or", "not", "in", "matches", "true", "false", "none"]);

/** Names that stand for something else where a kind's name may stand. */
export const takenNames: ReadonlyMap<string, string> = new Map([
  ["secret", "it names the stores of secrets"],
  ["changed", "it is a fact of the compiler's own"],
]);

/**
 * PowerShell parameters that the functions of a kind cannot have for a key or a property: automatic variables that a parameter would hide,
 * the common parameters (about_CommonParameters), and those that the contract of kinds gives a meaning of its own.
 */
const takenParameters: ReadonlySet<string> = new Set(
  [
    "args consolefilename enabledexperimentalfeatures error event eventargs eventsubscriber executioncontext false foreach home host input iscoreclr islinux ismacos iswindows",
    "lastexitcode matches myinvocation nestedpromptlevel null pid profile psboundparameters pscmdlet pscommandpath psculture psdebugcontext psedition pshome psitem psscriptroot",
    "pssenderinfo psuiculture psversiontable pwd sender shellid stacktrace switch this true",
    "debug erroraction errorvariable informationaction informationvariable outvariable outbuffer pipelinevariable progressaction verbose warningaction warningvariable whatif confirm",
    "property absent where entry",
  ].flatMap((line) => line.split(" ")),
);

/** `UserRight` -> `user_right`: a kind's name from its interface's. */
export function toSnakeCase(name: string): string {
  return name.replace(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}

/** The catalogue's words come again with every resource. */
const spelt = new Map<string, string>();

/** `older_than` -> `OlderThan`: how names of the language are spelt in PowerShell, as parameters and in nouns for a verb or a query. */
export function toPascalCase(name: string): string {
  let known = spelt.get(name);
  if (known === undefined) {
    known = name
      .split("_")
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join("");
    spelt.set(name, known);
  }
  return known;
}

/** Why a name cannot be one of a key, property, verb or option; undefined when it can. `parameter`: it becomes a parameter of PowerShell functions. */
export function findNameFault(name: string, parameter: boolean): string | undefined {
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) return "names are lower-case words joined by '_'";
  if (reservedWords.has(name)) return "the language keeps this word for itself";
  if (name === "exists") return "every resource has a property of that name";
  if (parameter && takenParameters.has(toPascalCase(name).toLowerCase()))
    return `PowerShell gives the parameter '-${toPascalCase(name)}' a meaning of its own`;
  return undefined;
}

/** What data of any type is called where people read it. */
export const dataWords = "a number, true or false, a text or a list of texts";

/** How editors handle brackets, comments and indentation of remedies (https://code.visualstudio.com/api/language-extensions/language-configuration-guide). */
export const languageConfiguration = {
  comments: { lineComment: "//" },
  brackets: [
    ["{", "}"],
    ["[", "]"],
    ["(", ")"],
  ],
  autoClosingPairs: [
    { open: "{", close: "}" },
    { open: "[", close: "]" },
    { open: "(", close: ")" },
    { open: '"', close: '"', notIn: ["string", "comment"] },
    { open: "'", close: "'", notIn: ["string", "comment"] },
  ],
  surroundingPairs: [
    ["{", "}"],
    ["[", "]"],
    ["(", ")"],
    ['"', '"'],
    ["'", "'"],
  ],
  wordPattern: "[A-Za-z_][A-Za-z0-9_]*",
  indentationRules: { increaseIndentPattern: "[{(\\[]\\s*(//.*)?$", decreaseIndentPattern: "^\\s*[})\\]]" },
  // The documentation of a declaration goes on in the next line.
  onEnterRules: [{ beforeText: "^\\s*///.*$", action: { indent: "none", appendText: "/// " } }],
} as const;

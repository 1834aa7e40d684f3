/** The `package.json` of the extension (https://code.visualstudio.com/api/references/extension-manifest). */
export function createManifest(version: string): object {
  return {
    name: "remedyc",
    displayName: "Remedy",
    description: "Remedies for Windows fleets: checks and fixes that compile to PowerShell for Intune and ConfigMgr.",
    version,
    publisher: "remedyc",
    license: "MIT",
    engines: { vscode: "^1.91.0" },
    categories: ["Programming Languages", "Formatters", "Linters", "Testing"],
    main: "./extension.cjs",
    // A configuration and kinds of one's own are files of the folder that may run.
    capabilities: {
      untrustedWorkspaces: {
        supported: "limited",
        description: "Colours and snippets only: a remedyc.config.ts would be run.",
        restrictedConfigurations: ["remedyc.path"],
      },
      virtualWorkspaces: false,
    },
    activationEvents: ["onTaskType:remedyc"],
    contributes: {
      languages: [{ id: "remedy", aliases: ["Remedy"], extensions: [".remedy"], configuration: "./language-configuration.json" }],
      grammars: [{ language: "remedy", scopeName: "source.remedy", path: "./remedy.tmLanguage.json" }],
      snippets: [{ language: "remedy", path: "./snippets.json" }],
      commands: [
        { command: "remedyc.showScript", title: "Show the Script Beside the Source", category: "Remedy", icon: "$(open-preview)" },
        { command: "remedyc.showPlan", title: "Show the Plan Beside the Source", category: "Remedy" },
        { command: "remedyc.prove", title: "Prove, and Show the Proof Beside the Source", category: "Remedy" },
        { command: "remedyc.runScenario", title: "Run a Scenario", category: "Remedy" },
        { command: "remedyc.restart", title: "Restart the Language Server", category: "Remedy" },
      ],
      menus: {
        "editor/title": [{ command: "remedyc.showScript", when: "editorLangId == remedy", group: "navigation" }],
        commandPalette: [
          ...["showScript", "showPlan", "prove"].map((name) => ({ command: `remedyc.${name}`, when: "editorLangId == remedy" })),
          { command: "remedyc.runScenario", when: "false" },
        ],
      },
      configuration: {
        title: "Remedy",
        properties: {
          "remedyc.path": {
            type: "string",
            scope: "machine-overridable",
            default: "",
            markdownDescription:
              "The program `remedyc` (an executable, or `remedyc.cjs`). Empty: the one in the folder's `node_modules`, else the one of this extension.",
          },
        },
      },
      configurationDefaults: {
        "[remedy]": { "editor.semanticHighlighting.enabled": true, "editor.tabSize": 2, "editor.insertSpaces": true },
      },
      problemMatchers: [
        {
          name: "remedyc",
          label: "Findings of remedyc",
          owner: "remedyc",
          fileLocation: ["autoDetect", "${workspaceFolder}"],
          pattern: {
            regexp: "^(.+?):(\\d+):(\\d+): (error|warning|note) (RMD\\d+): (.*)$",
            file: 1,
            line: 2,
            column: 3,
            severity: 4,
            code: 5,
            message: 6,
          },
        },
      ],
      taskDefinitions: [
        {
          type: "remedyc",
          required: ["command"],
          properties: {
            command: { type: "string", enum: ["build", "check", "lint", "prove", "test"], description: "The command of remedyc." },
            arguments: { type: "array", items: { type: "string" }, description: "What stands behind it." },
          },
        },
      ],
    },
  };
}

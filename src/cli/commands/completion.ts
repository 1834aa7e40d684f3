import type { CommandModule } from "yargs";

/** Asks for what may stand in place of a word: `=` and the word, then the words before it. With the sign it is never empty, which Windows PowerShell would not hand on. */
export const COMPLETE = "--complete";

/** What a shell runs once to complete command lines of remedyc. Where remedyc knows nothing (a file is to be named), the shell's own completion of files goes on. */
const SCRIPTS = {
  bash: [
    "# remedyc: completion for bash. In ~/.bashrc:  source <(remedyc completion bash)",
    "_remedyc() {",
    String.raw`  local IFS=$'\n'`,
    `  COMPREPLY=($(remedyc ${COMPLETE} "=$` + '{COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null))',
    "}",
    "complete -o bashdefault -o default -F _remedyc remedyc",
  ],
  zsh: [
    "# remedyc: completion for zsh. In ~/.zshrc, behind compinit:  source <(remedyc completion zsh)",
    "_remedyc() {",
    "  local -a found",
    '  found=("${(@f)$(remedyc ' + COMPLETE + ' "=${words[CURRENT]}" "${(@)words[2,CURRENT-1]}" 2>/dev/null)}")',
    '  if [[ -n "${found[1]}" ]]; then compadd -a found; else _files; fi',
    "}",
    "compdef _remedyc remedyc",
  ],
  powershell: [
    "# remedyc: completion for PowerShell. In $PROFILE:  remedyc completion powershell | Out-String | Invoke-Expression",
    "Register-ArgumentCompleter -Native -CommandName remedyc -ScriptBlock {",
    "  param($wordToComplete, $commandAst, $cursorPosition)",
    '  $before = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { "$_" })',
    `  & $commandAst.CommandElements[0].Value ${COMPLETE} "=$wordToComplete" @before 2>$null |`,
    "    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }",
    "}",
  ],
} as const;

/** `remedyc completion`. */
interface CompletionArguments {
  readonly shell: keyof typeof SCRIPTS;
}

export const completionCommand: CommandModule<object, CompletionArguments> = {
  command: "completion <shell>",
  describe: "Print a script that completes command lines in a shell",
  builder: (yargs) =>
    yargs
      .positional("shell", { choices: Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[], demandOption: true, describe: "The shell" })
      .example("$0 completion powershell | Out-String | Invoke-Expression", "Now, and in $PROFILE for always")
      .example("source <($0 completion bash)", "In ~/.bashrc"),
  handler: ({ shell }) => {
    process.stdout.write(`${SCRIPTS[shell].join("\n")}\n`);
  },
};

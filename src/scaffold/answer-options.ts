/**
 * The options of `remedyc init` that answer its questions, with what help says of them. They stand alone: help needs them at every start, what they are made
 * into only `init`.
 */
export const answerOptions = {
  key: "Registry key: HKLM\\SOFTWARE\\Contoso",
  "value-name": "Name of the registry value",
  type: "Type of the registry value: dword, qword, string, expand_string, multi_string or binary",
  data: "What the registry value holds; texts of a multi_string with commas between",
  service: "Name of the service, as 'sc query' shows it",
  package: "Name of the product, as the list of installed apps shows it",
  "minimum-version": "The oldest version that will do",
  source: "Setup file: below the remedy's folder (apps), a path on the device, or an https address",
  sha256: "SHA-256 of the setup file",
  "signed-by": "Whole subject of the certificate with which the setup or program is signed",
  arguments: "Arguments of the program or setup, with commas between",
  path: "Path of the file or folder",
  content: "The whole text of the file",
  age: "How old files become: 30d",
  task: "Path of the scheduled task: \\Contoso\\Nightly",
  program: "Path of the program",
  at: "Time of day at which the task starts: 03:00",
  right: "Constant of the user right: SeServiceLogonRight",
  account: "Account: a well-known name, DOMAIN\\name, or a SID",
  group: "Local group, by its English name or its SID",
  every: "How often: 7d",
  variable: "Name of the environment variable",
  value: "Its value",
  feature: "Name of the Windows feature, as 'dism /online /get-features' shows it",
  enabled: "Whether it is on: true or false",
  id: "Id of the winget package: 7zip.7zip",
} as const;

export type AnswerOption = keyof typeof answerOptions;

/** What a person may want, by the word of `--what`, with what it is called when it is asked. */
export const wishNames = {
  "registry-value": "A registry value is set",
  "user-registry-value": "A registry value is set for every person",
  "service-runs": "A service runs",
  "service-off": "A service is stopped and stays off",
  "package-installed": "A product is installed",
  "package-removed": "A product is removed",
  "winget-package": "A winget package is installed and current",
  "file-present": "A file is there with a certain content",
  "file-absent": "A file is gone",
  "old-files": "Old files of a folder are cleared away",
  "scheduled-task": "A scheduled task starts a program every day",
  "run-regularly": "A program runs once in a period",
  "user-right": "An account has a user right",
  "group-member": "An account is a member of a local group",
  "environment-variable": "An environment variable of the machine is set",
  "windows-feature": "A Windows feature is on, or off",
} as const;

export type WishName = keyof typeof wishNames;

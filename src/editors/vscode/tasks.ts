import * as vscode from "vscode";
import type { Program } from "./program.ts";

interface Definition extends vscode.TaskDefinition {
  readonly command: string;
  readonly arguments?: readonly string[];
}

/** The commands that are offered as tasks for the remedies of a folder, and the group of each. */
const OFFERED: readonly (readonly [command: string, group: vscode.TaskGroup | undefined])[] = [
  ["build", vscode.TaskGroup.Build],
  ["check", vscode.TaskGroup.Build],
  ["lint", undefined],
  ["prove", undefined],
  ["test", vscode.TaskGroup.Test],
];

/** Commands of remedyc as tasks, whose findings are shown among the problems. */
export class Tasks implements vscode.TaskProvider {
  private readonly getProgram: (uri: vscode.Uri) => Program;

  constructor(getProgram: (uri: vscode.Uri) => Program) {
    this.getProgram = getProgram;
  }

  provideTasks(): vscode.Task[] {
    return (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
      OFFERED.map(([command, group]) => {
        const task = this.create({ type: "remedyc", command }, folder);
        if (group) task.group = group;
        return task;
      }),
    );
  }

  resolveTask(task: vscode.Task): vscode.Task | undefined {
    const folder = typeof task.scope === "object" ? task.scope : vscode.workspace.workspaceFolders?.[0];
    return folder && this.create(task.definition as Definition, folder);
  }

  private create(definition: Definition, folder: vscode.WorkspaceFolder): vscode.Task {
    const { command, args, environment } = this.getProgram(folder.uri);
    const line = [...args, definition.command, ...(definition.arguments ?? ["."])];
    const execution = new vscode.ProcessExecution(command, line, { cwd: folder.uri.fsPath, env: { ...environment, NO_COLOR: "1" } });
    return new vscode.Task(definition, folder, definition.command, "remedyc", execution, "$remedyc");
  }
}

# Stands in for Write-TaskSetting on the simulated machine.
function Write-SimulatedTaskSetting([string] $Path, [hashtable] $Setting) {
    $null = Enter-Effect -Name 'Write-TaskSetting' -Text $Path -Change
    $tasks = $global:Windows.tasks
    if (-not $tasks.Contains($Path)) { $tasks[$Path] = [ordered]@{ enabled = $true; author = ''; account = ''; lastRun = 0; lastResult = 0; runsUntil = 0; duration = 5000; exitCode = 0 } }
    $row = $tasks[$Path]
    if ($Setting.ContainsKey('Program')) { $row.program = $Setting.Program; $row.arguments = $Setting.Arguments }
    if ($Setting.ContainsKey('Account')) { $row.account = $Setting.Account; $row.Remove('password') }
    if ($row.Contains('password')) { throw 'The user name or password is incorrect. (0x8007052E)' }
    if ($Setting.ContainsKey('Triggers')) { $row.triggers = @(foreach ($one in $Setting.Triggers) { [ordered]@{ type = $one.Type; start = [string]$one.Start; every = [string]$one.Every } }) }
    Add-Story "The task $Path is registered as the remedy says"
}

# The function of the simulation that does what a program of Windows does, where it has one: Enter-WingetQuery, Enter-ChocoChange.
function Find-ProgramModel([string] $Path, [ValidateSet('Query', 'Change')] [string] $For) {
    $ExecutionContext.InvokeCommand.GetCommand("Enter-$($Path -replace '^.*\\' -replace '\.exe$')$For", 'Function')
}

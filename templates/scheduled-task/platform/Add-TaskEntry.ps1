# Registers a task from its definition, with the folders above it.
## RegisterTask: TASK_CREATE is 2; without an account and a kind of logon (0) those of the definition count.
function Add-TaskEntry([string] $Path, [string] $Definition) {
    #remedyc:every-host
    $null = (Open-TaskFolder $Path -Create).RegisterTask($Path.Split('\')[-1], $Definition, 2, $null, $null, 0, $null)
}

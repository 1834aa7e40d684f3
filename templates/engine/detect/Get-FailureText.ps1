# What was caught: the innermost message, since PowerShell wraps what .NET throws.
## Whoever says it makes one line of it.
function Get-FailureText([Management.Automation.ErrorRecord] $Failure) {
    $cause = $Failure.Exception.GetBaseException()
    if ("$($cause.Message)".Trim()) { $cause.Message } else { $cause.GetType().Name }
}

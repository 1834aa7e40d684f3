# Gives the message of what was caught as one line: the innermost exception's, since PowerShell wraps what .NET throws.
function Get-FailureText {
    param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Failure)
    $message = $Failure.Exception.GetBaseException().Message
    if ([string]::IsNullOrWhiteSpace($message)) { $message = $Failure.Exception.GetType().Name }
    ConvertTo-Line $message
}

# Gives why a fix failed. What Windows and .NET say ('Access is denied') need not name the thing, so the item's label does; a reason that we give names it.
function Get-FixFailure {
    param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Failure, [Parameter(Mandatory)] [string] $Label)
    $text = Get-FailureText -Failure $Failure
    $cause = $Failure.Exception.GetBaseException()
    # an installer's failure has its number and our text
    $ours = $cause.GetType() -eq [Management.Automation.RuntimeException] -or
        ($cause -is [ComponentModel.Win32Exception] -and $cause.Message -cne [ComponentModel.Win32Exception]::new(([ComponentModel.Win32Exception]$cause).NativeErrorCode).Message)
    if ($ours) { $text } else { "${Label}: $text" }
}

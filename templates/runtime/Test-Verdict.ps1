# True for one of the words Holds, Deviates, Blocked, NeedsRestart.
function Test-Verdict {
    param([Parameter(Mandatory, Position = 0)] [AllowNull()] [object] $Value)
    $Value -is [Management.Automation.PSCustomObject] -and $null -ne $Value.PSObject.Members['RemedycVerdict']
}

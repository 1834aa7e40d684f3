# True for what NeedsRestart gives.
function Test-RestartNeed {
    param([Parameter(Mandatory, Position = 0)] [AllowNull()] [object] $Value)
    $Value -is [Management.Automation.PSCustomObject] -and $null -ne $Value.PSObject.Members['RemedycVerdict']
}

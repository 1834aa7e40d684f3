# 'reboot when': asks for a restart when the condition holds and something above was fixed; while nothing was, the next item that would be fixed makes it ask.
# Never twice for one cause: when Windows has restarted since it asked and the condition still holds, it warns, and the walk goes on.
# Nothing above was fixed by this run in detection: there it never asks before an item behind it deviates.
function Reboot {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $RemedyId,
        [Parameter(Mandatory)] [Alias('Text')] [string] $RemedyText,
        [Alias('Reads')] [string[]] $RemedyReads = @(),
        [Parameter(Mandatory, Position = 1)] [scriptblock] $RemedyCondition
    )
    $RemedyItem = @{ Id = $RemedyId; Step = $script:Remedy.Step; Kind = 'reboot'; Label = "reboot when $RemedyText"; On = @(); Reads = $RemedyReads; Provides = @() }
    if ($script:Remedy.Halt -ne '' -or (Resolve-Obstacle -Item $RemedyItem)) { return }
    try { $RemedyHolds = Measure-Condition -RemedyCondition $RemedyCondition }
    catch {
        Write-Record -Item $RemedyItem -Outcome 'blocked' -Why ("'$RemedyText' cannot be read: " + (Get-FailureText -Failure $_))
        return
    }
    if (-not $RemedyHolds) { $script:Remedy.Settled.Add($RemedyId) }
    elseif ((Test-Changed $RemedyId) -and ($script:Remedy.Planned.Count -gt 0 -or -not $script:Remedy.Preview)) { Request-Restart -Item $RemedyItem }
    elseif ((Test-Asked -Id $RemedyId) -and -not (Test-Changed $RemedyId)) {
        Write-Remark -Id $RemedyId -Text "warning: still so after the restart that was asked for: $RemedyText"
    }
    elseif ($null -eq $script:Remedy.Armed) { $script:Remedy.Armed = $RemedyItem }
}

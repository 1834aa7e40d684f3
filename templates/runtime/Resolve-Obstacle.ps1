# True when an item is not even tested, and notes why: its block is blocked, or it depends on what an earlier fix would change (forecast).
function Resolve-Obstacle {
    param([Parameter(Mandatory)] [hashtable] $Item)
    $barrier = Get-Barrier
    if ($barrier -ne '') {
        Write-Record -Item $Item -Outcome 'blocked' -Behind $barrier
        return $true
    }
    $cause = Find-First -Table $script:Remedy.Pending -Identity (@($Item.On) + @($Item.Reads))
    if ($cause -ne '') {
        Write-Record -Item $Item -Outcome 'after' -Behind $cause
        Add-Pending -Item $Item -Cause $cause
        return $true
    }
    $false
}

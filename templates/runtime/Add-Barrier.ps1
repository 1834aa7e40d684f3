# Blocks the rest of the present block.
function Add-Barrier {
    param([Parameter(Mandatory)] [string] $Id)
    if ($script:Remedy.Barriers.Count -gt 0) { $null = $script:Remedy.Barriers.Pop() }
    $script:Remedy.Barriers.Push($Id)
}

# Gives the item that blocks the present block or one around it, '' for none.
function Get-Barrier {
    if ($script:Remedy.Barriers.Count -eq 0) { '' } else { $script:Remedy.Barriers.Peek() }
}

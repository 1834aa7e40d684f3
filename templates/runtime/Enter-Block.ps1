# Begins a block with a require of its own; what blocks the block around it blocks this one.
function Enter-Block {
    $script:Remedy.Barriers.Push((Get-Barrier))
}

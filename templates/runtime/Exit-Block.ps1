# Ends the block that Enter-Block began.
function Exit-Block {
    $null = $script:Remedy.Barriers.Pop()
}

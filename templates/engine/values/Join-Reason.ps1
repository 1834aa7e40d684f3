# Gives several reasons as one text, each once; nothing for none.
function Join-Reason([string[]] $Reason) {
    $texts = @()
    foreach ($one in $Reason) { if ($one -and $texts -notcontains $one) { $texts += $one } }
    if ($texts.Count -gt 0) { $texts -join ' and ' }
}

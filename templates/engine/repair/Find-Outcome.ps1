# Gives the first of these items, or of what an 'each' made of one, that came out in one of these ways; '' for none.
function Find-Outcome {
    param([string[]] $Id, [string[]] $Outcome)
    foreach ($one in $Id) {
        foreach ($key in $script:Remedy.Outcomes.Keys) { if ((Get-SourceId $key) -eq $one -and $Outcome -contains $script:Remedy.Outcomes[$key]) { return $key } }
    }
    ''
}

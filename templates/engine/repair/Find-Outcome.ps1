# Gives the first of these items, or of what an 'each' made of one, that came out in one of these ways; '' for none.
function Find-Outcome([string[]] $Id, [string[]] $Outcome) {
    foreach ($one in $Id) {
        foreach ($key in $Remedy.Outcomes.Keys) { if ((Get-SourceId $key) -eq $one -and $Outcome -contains $Remedy.Outcomes[$key]) { return $key } }
    }
    ''
}

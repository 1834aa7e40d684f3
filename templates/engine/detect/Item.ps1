# A statement whose fix changes what others read: notes its id where it is to be fixed.
function Item([string] $RemedyId, [scriptblock] $RemedyBody) {
    $RemedyCount = $Remedy.Deviating.Count
    & $RemedyBody
    if ($Remedy.Deviating.Count -gt $RemedyCount) { $Remedy.Due += $RemedyId }
}

# The first of these items that came out so.
## The first of these items, or of what an 'each' made of one, that came out in one of these ways.
## '' for none.
function Find-Outcome([string[]] $Id, [string[]] $Outcome) {
    foreach ($one in $Id) { foreach ($key in $Remedy.Outcomes.Keys) { if ($one -in $key, $key.Split('[')[0] -and $Remedy.Outcomes[$key] -in $Outcome) { return $key } } }
}

# Gives the id of an item in the source: what an 'each' appended in brackets is taken off.
function Get-SourceId {
    param([Parameter(Mandatory, Position = 0)] [AllowEmptyString()] [string] $Id)
    $bracket = $Id.IndexOf([char]'[')
    if ($bracket -lt 0) { $Id } else { $Id.Substring(0, $bracket) }
}

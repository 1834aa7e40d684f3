# Gives the id of an item in the source: without what an 'each' appended in brackets.
function Get-SourceId {
    param([string] $Id)
    $Id.Split('[')[0]
}

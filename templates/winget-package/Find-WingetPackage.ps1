# Whether a package is installed, and its versions.
## A source that cannot be searched is a warning to 'list' (ListCommand.cpp, TreatSourceFailuresAsWarning), and nothing that is installed then has an id of it: so 'not found' counts only where the source knows the id.
function Find-WingetPackage([string] $Id, [string] $Scope, [string] $Source) {
    $list = Read-WingetRow 'list' $Id $Scope $Source
    if (-not $list.Found) { $null = Find-WingetOffer $Id $Scope $Source }
    $list
}

# Why a program's processes cannot be ended (Absent), or nothing. None is ever started.
function Find-ProcessBlocker([string] $Name, [switch] $Absent) {
    if (-not $Absent) { return 'a script cannot start a program for a person' }
    Find-ProcessRefusal @(Find-NamedProcess $Name)
}

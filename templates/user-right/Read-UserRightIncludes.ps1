# The SIDs that hold a user right directly, as one list.
function Read-UserRightIncludes([string] $Right) { , [string[]]@(Get-UserRightHolder -Right $Right | Sort-Object) }

# Windows has every right that the compiler knows, held by somebody or not.
function Read-UserRightExists([string] $Right) { $Right -ne '' }

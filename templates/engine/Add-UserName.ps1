# Says in a message whose turn it is ('user ann: why'), and HKCU for the key of that person.
function Add-UserName([string] $Text) {
    if (-not $Text -or $null -eq $Remedy['User']) { return $Text }
    $own = $Text
    foreach ($root in 'HKEY_USERS\', 'HKU\') { $own = $own.Replace($root + $Remedy.User.Hive + '\', 'HKCU\') }
    "user $($Remedy.User.Name): $own"
}

# Gives a value of an uninstall entry as text, $null where it has none or an empty one.
## Anybody's setup writes there: a value may have any type, an empty list too.
## An entry that is made of something else than the uninstall list holds all that is known of it.
function Read-EntryValue([pscustomobject] $Entry, [string] $Name) {
    if ($Entry.PSObject.Members['WindowsInstaller']) { return $Entry.$Name }
    $value = Get-RegistryValue 'HKLM' "SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\$($Entry.Key)" $Name $Entry.View
    if ($null -ne $value) { foreach ($data in $value.Data) { if ("$data" -ne '') { return [string]$data } } }
}

# Unloads HKEY_USERS\<Name>, which Invoke-HiveLoad has loaded.
## Throws when something still holds one of its keys open.
function Invoke-HiveUnload([ValidatePattern('^[A-Za-z0-9_.-]+$')] [string] $Name) {
    $run = Invoke-Program -Path "$([Environment]::SystemDirectory)\reg.exe" -Arguments "unload `"HKU\$Name`"" -Timeout ([timespan]'00:01:00')
    if ($run.TimedOut) { throw "reg.exe did not unload HKU\$Name within a minute" }
    if ($run.ExitCode -ne 0) { throw "reg.exe could not unload HKU\$Name, exit code $($run.ExitCode)" }
}

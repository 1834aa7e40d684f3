# Loads a registry hive file (NTUSER.DAT) as HKEY_USERS\<Name>.
## Throws when Windows refuses or needs more than a minute.
## reg.exe, because it enables the two privileges that RegLoadKey needs for itself; a script need not touch its own token.
function Invoke-HiveLoad([ValidatePattern('^[A-Za-z0-9_.-]+$')] [string] $Name, [ValidatePattern('^[A-Za-z]:\\[^"]+[^"\\]$')] [string] $File) {
    $run = Invoke-Program -Path "$([Environment]::SystemDirectory)\reg.exe" -Arguments "load `"HKU\$Name`" `"$File`"" -Timeout ([timespan]'00:01:00')
    if ($run.TimedOut) { throw "reg.exe did not load $File within a minute" }
    if ($run.ExitCode -ne 0) { throw "reg.exe could not load $File, exit code $($run.ExitCode)" }
}

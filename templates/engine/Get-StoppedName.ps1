# What an earlier run stopped and did not start again, in the order to start it.
## The names of the services that the marks say an earlier run stopped for a while and did not start again; what others depend on comes first.
function Get-StoppedName([Collections.IDictionary] $Mark) {
    $names = @(foreach ($key in $Mark.Keys) { if ($key -like 'Stopped *') { $key.Substring(8) } })
    foreach ($name in $names) { if ($Mark["Stopped $name"] -eq $name) { $name } }
    foreach ($name in $names) { if ($Mark["Stopped $name"] -ne $name) { $name } }
}

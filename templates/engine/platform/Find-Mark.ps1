# Gives the marks of a remedy as a table, name -> text; -Session: those that are gone when Windows restarts. Values of other types are none of ours.
function Find-Mark {
    #remedyc:every-host
    param([string] $Hive, [string] $Remedy, [switch] $Session)
    $marks = @{}
    $key = Open-RegistryKey $Hive "SOFTWARE\Remedyc\$Remedy$(if ($Session) { '\Session' })"
    if ($null -ne $key) {
        try { foreach ($name in $key.GetValueNames()) { if ($key.GetValueKind($name) -eq 'String') { $marks[$name] = [string]$key.GetValue($name) } } }
        finally { $key.Dispose() }
    }
    $marks
}

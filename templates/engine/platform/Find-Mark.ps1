# Gives the marks of a remedy as a table, name -> text; -Session: those that are gone when Windows restarts. Values of other types are none of ours.
function Find-Mark {
    #remedyc:every-host
    param([Parameter(Mandatory)] [ValidateSet('HKLM', 'HKCU')] [string] $Hive, [Parameter(Mandatory)] [string] $Remedy, [switch] $Session)
    $marks = @{}
    $path = "SOFTWARE\Remedyc\$Remedy"
    if ($Session) { $path += '\Session' }
    $base = Open-RegistryHive -Hive $Hive
    try {
        $key = $base.OpenSubKey($path)
        if ($null -ne $key) {
            try { foreach ($name in $key.GetValueNames()) { if ($key.GetValueKind($name) -eq 'String') { $marks[$name] = [string]$key.GetValue($name) } } }
            finally { $key.Dispose() }
        }
    }
    finally { $base.Dispose() }
    $marks
}

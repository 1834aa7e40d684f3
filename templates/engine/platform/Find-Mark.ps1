# The marks of a remedy, name -> text.
## Values of other types are none of ours.
function Find-Mark([string] $Hive, [string] $Remedy, [switch] $Session) {
    #remedyc:every-host
    $marks = @{}
    $key = Open-RegistryKey $Hive "SOFTWARE\Remedyc\$Remedy$(if ($Session) { '\Session' })"
    if ($null -ne $key) { try { foreach ($name in $key.GetValueNames()) { if ($key.GetValueKind($name) -eq 'String') { $marks[$name] = $key.GetValue($name) } } } finally { $key.Dispose() } }
    $marks
}

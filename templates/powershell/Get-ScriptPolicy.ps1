# The execution policy that Group Policy sets, undefined for none.
## As Windows PowerShell reads it: EnableScripts 0 is restricted, with 1 ExecutionPolicy counts.
function Get-ScriptPolicy([string] $Hive) {
    $path = 'Software\Policies\Microsoft\Windows\PowerShell'
    $enable, $policy = foreach ($name in 'EnableScripts', 'ExecutionPolicy') {
        $value = Get-RegistryValue $Hive $path $name
        if ($null -ne $value) { [string]$value.Data } else { '' }
    }
    if ($enable -eq '0') { return 'restricted' }
    if ($enable -ne '1' -or $policy -eq '') { return 'undefined' }
    $words = @{ AllSigned = 'all_signed'; RemoteSigned = 'remote_signed'; Unrestricted = 'unrestricted'; Bypass = 'bypass'; Restricted = 'restricted'; Undefined = 'undefined'; Default = 'restricted' }
    if (-not $words.ContainsKey($policy)) { throw "the execution policy of $Hive\$path is unknown: $(ConvertTo-Line $policy)" }
    $words[$policy]
}

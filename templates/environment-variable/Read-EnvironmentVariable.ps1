# One property of an environment variable, unexpanded; $null where it is absent.
## Reads one property of an environment variable, unexpanded: exists, value, or includes (the entries of a list). $null where it is absent.
function Read-EnvironmentVariable {
    param(
        [Parameter(Mandatory)] [string] $Name,
        [string] $Scope = 'HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment',
        [Parameter(Mandatory)] [ValidateSet('exists', 'value', 'includes')] [string] $Property
    )
    $hive, $path = $Scope -split '\\', 2
    $now = Get-RegistryValue -Hive $hive -Path $path -Name $Name
    if ($Property -eq 'exists') { return $null -ne $now }
    if ($null -eq $now) { return }
    if ($now.Type -notmatch '^(Expand)?String$') { throw "environment variable $Name is $(Format-RegistryState $now), which is no text" }
    if ($Property -eq 'value') { return $now.Data }
    , [string[]]@($now.Data.Split(';') -ne '')
}

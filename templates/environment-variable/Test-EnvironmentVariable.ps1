# The reason where an environment variable is not as wanted.
## Tests an environment variable in the registry key of its scope: gives nothing where it is as wanted.
## Else the reason.
function Test-EnvironmentVariable {
    param(
        [Parameter(Mandatory)] [string] $Name,
        [string] $Scope = 'HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment',
        [switch] $Absent,
        [AllowEmptyString()] [string] $Value,
        [string[]] $Includes = @(),
        [string[]] $Excludes = @()
    )
    $hive, $path = $Scope -split '\\', 2
    $now = Get-RegistryValue -Hive $hive -Path $path -Name $Name
    if ($null -eq $now) {
        # Nothing is in a list that does not exist
        if (-not $Absent -and ($Excludes.Count -eq 0 -or $Includes.Count -gt 0)) { "environment variable $Name is missing" }
        return
    }
    if ($Absent) { return "environment variable $Name exists, it should be absent" }
    $expands = @(@($Value; $Includes) -match '%[^%]+%').Count -gt 0
    $deviations = @(
        if ($now.Type -notmatch '^(Expand)?String$' -or ($expands -and $now.Type -eq 'String')) {
            "is $(Format-RegistryState $now), it should be $(if ($expands) { 'expandable ' })text"
        }
        elseif ($PSBoundParameters.ContainsKey('Value') -and -not [string]::Equals($Value, $now.Data, 'Ordinal')) {
            "is $(Format-RegistryState $now), it should be $(Format-RegistryState @{ Type = $now.Type; Data = $Value })"
        }
        #remedyc:only EnvironmentVariable.Includes EnvironmentVariable.Excludes
        else {
            foreach ($entry in $Includes) { if ((ConvertTo-EnvironmentText -Text $now.Data -Includes $entry).Length -ne $now.Data.Length) { "lacks $(ConvertTo-Line $entry)" } }
            foreach ($entry in $Excludes) { if ((ConvertTo-EnvironmentText -Text $now.Data -Excludes $entry).Length -ne $now.Data.Length) { "has $(ConvertTo-Line $entry)" } }
        }
        #remedyc:end
    )
    if ($deviations.Count -gt 0) { "environment variable $Name $($deviations -join ' and ')" }
}

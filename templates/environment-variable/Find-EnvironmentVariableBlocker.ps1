# Why an environment variable cannot be written or (Absent) deleted, or nothing.
function Find-EnvironmentVariableBlocker {
    param(
        #remedyc:only EnvironmentVariable.Includes EnvironmentVariable.Excludes
        [Parameter(Mandatory)] [string] $Name,
        #remedyc:end
        [string] $Scope = 'HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment',
        [switch] $Absent,
        [AllowEmptyString()] [object] $Value,
        [string[]] $Includes = @(),
        [string[]] $Excludes = @()
    )
    $hive, $path = $Scope -split '\\', 2
    #remedyc:only EnvironmentVariable.Includes EnvironmentVariable.Excludes
    $now = Get-RegistryValue $hive $path $Name
    if ($Includes.Count + $Excludes.Count -gt 0 -and $null -ne $now) {
        if ($now.Type -notmatch '^(Expand)?String$') { return 'what is no text has no entries' }
        if ($now.Type -eq 'String' -and @($Includes -match '%[^%]+%').Count -gt 0 -and $now.Data.Contains('%')) {
            return 'other entries of it have a % and would be expanded, too'
        }
        if ((ConvertTo-EnvironmentText -Text $now.Data -Includes $Includes -Excludes $Excludes).Length -gt 32767) { return 'it would be longer than 32767 characters' }
    }
    #remedyc:end
    if (-not $Absent -and $null -eq $Value -and $Includes.Count + $Excludes.Count -eq 0) { return 'the remedy does not say its value' }
    Find-RegistryWriteBlocker $hive $path
}

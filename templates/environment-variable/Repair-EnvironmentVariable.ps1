# Writes an environment variable, or (Absent) deletes it; of a list only the entries named.
## The kind of text stays, unless a %Name% wants REG_EXPAND_SZ.
function Repair-EnvironmentVariable {
    param(
        [Parameter(Mandatory)] [string] $Name,
        [string] $Scope = 'HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment',
        [switch] $Absent,
        #remedyc:only EnvironmentVariable.Includes EnvironmentVariable.Excludes
        [string[]] $Excludes = @(),
        #remedyc:end
        [AllowEmptyString()] [string] $Value,
        [string[]] $Includes = @()
    )
    $hive, $path = $Scope -split '\\', 2
    if ($Absent) { return Clear-RegistryValue $hive $path $Name }
    $now = Get-RegistryValue $hive $path $Name
    $text = $Value
    #remedyc:only EnvironmentVariable.Includes EnvironmentVariable.Excludes
    if (-not $PSBoundParameters.ContainsKey('Value')) {
        $text = ConvertTo-EnvironmentText -Text $(if ($null -ne $now) { $now.Data } else { '' }) -Includes $Includes -Excludes $Excludes
    }
    #remedyc:end
    $type = "$(if (@(@($Value; $Includes) -match '%[^%]+%').Count -gt 0 -or ($null -ne $now -and $now.Type -like 'Expand*')) { 'Expand' })String"
    Write-RegistryValue $hive $path $Name $type $text
}

function Test-RegistryValue {
    <#
    .SYNOPSIS
        Verdict on a registry value: it has this type and data, or (Absent) it does not exist. Without Data any data of the type will do.
    #>
    [CmdletBinding()]
    [OutputType([object])]
    param(
        [Parameter(Mandatory)] [string] $Key,
        [AllowEmptyString()] [string] $Name = '',
        [int] $View = 64,
        [switch] $Absent,
        [AllowEmptyString()] [AllowEmptyCollection()] [object] $Data,
        [string] $Type = ''
    )
    $actual = Read-RegistryEntry -Key $Key -Name $Name -View $View
    $shown = Format-RegistryName -Key $Key -Name $Name -View $(if ($PSBoundParameters.ContainsKey('View')) { $View } else { 0 })
    $wanted = $null
    if ($Absent) {
        if ($null -eq $actual) { return Holds }
        $why = "registry value $shown is there with $(Format-RegistryData -Type $actual.Type -Data $actual.Data), it should be absent"
    }
    elseif (-not $PSBoundParameters.ContainsKey('Data')) {
        if ($null -ne $actual) { return Holds }
        $why = "registry value $shown is missing"
    }
    else {
        $wanted = ConvertTo-RegistryData -Data $Data -Type $Type
        $wish = Format-RegistryData -Type $wanted.Type -Data $wanted.Data
        if ($null -eq $actual) { $why = "registry value $shown is missing, it should be $wish" }
        elseif (Test-RegistryData -Actual $actual -Wanted $wanted) { return Holds }
        else { $why = "registry value $shown is $(Format-RegistryData -Type $actual.Type -Data $actual.Data), it should be $wish" }
    }
    $blocker = Find-RegistryBlocker -Key $Key -Name $Name -View $View -Wanted $wanted
    if ($blocker) { return Blocked "${why}: $blocker" }
    Deviates $why
}

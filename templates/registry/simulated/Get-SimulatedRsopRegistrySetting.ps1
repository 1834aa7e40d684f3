# Stands in for Get-RsopRegistrySetting on the simulated machine.
function Get-SimulatedRsopRegistrySetting {
    param([string] $Path, [string] $Name, [string] $Space = 'computer')
    Enter-Effect -Name 'Get-RsopRegistrySetting'
    Confirm-Cim -Readable $global:Windows.policy.readable
    $key = Resolve-GpoPath -Path $Path -Space $Space
    foreach ($setting in @($global:Windows.policy.registry)) {
        if ($setting.key -ne $key -or $setting.name -ne $Name) { continue }
        [pscustomobject]@{
            GpoId = [string]$setting.object; Deleted = [bool]$setting.deleted
            Type  = @{ None = 0; String = 1; ExpandString = 2; Binary = 3; DWord = 4; MultiString = 7; QWord = 11; Unknown = 0 }[[string]$setting.value.type]
            Data  = [byte[]]@(ConvertTo-RsopByte -Row $setting.value)
        }
    }
}

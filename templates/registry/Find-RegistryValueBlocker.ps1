# Why a registry value cannot be written or (Absent) deleted, or nothing.
function Find-RegistryValueBlocker([string] $Key, [string] $Name = '', [int] $View = 64, [switch] $Absent, [object] $Data, [string] $Type = '') {
    $at = Split-RegistryKey $Key
    if (-not $Absent -and -not $PSBoundParameters.ContainsKey('Data')) { return 'the remedy does not say its data' }
    # A hive that the script has loaded bears its own name. The policy of the user who runs the script guards itself: its keys cannot be written.
    $space = if ($at.Hive -eq 'HKLM') { 'computer' } elseif ($at.Hive -eq 'HKU' -and $at.Path -match '^(?:Remedyc_)?(S-1-[0-9-]+)\\') { 'user\' + $Matches[1].Replace('-', '_') } else { return Find-RegistryWriteBlocker $at.Hive $at.Path $View }
    $wanted = if ($Absent) { '' } else { $value = ConvertTo-RegistryData -Data $Data -Type $Type; Format-RegistryCopy @{ Type = $value.Kind; Data = $value.Data } }
    Find-RegistryBlocker $at.Hive $at.Path $Name $wanted $View $space
}

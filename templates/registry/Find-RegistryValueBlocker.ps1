# Says why a registry value cannot be written or (Absent) deleted, or nothing.
function Find-RegistryValueBlocker {
    param([string] $Key, [string] $Name = '', [int] $View = 64, [switch] $Absent, [object] $Data, [string] $Type = '')
    $at = Split-RegistryKey -Key $Key
    # A hive that the script has loaded bears its own name. The policy of the user who runs the script guards itself: its keys cannot be written.
    $account = if ($at.Hive -eq 'HKU' -and $at.Path -match '^(?:Remedyc_)?(S-1-[0-9-]+)\\') { $Matches[1] } else { '' }
    if ($Absent) { return Find-RegistryBlocker $at.Hive $at.Path $Name -View $View -Account $account }
    if (-not $PSBoundParameters.ContainsKey('Data')) { return 'the remedy does not say its data' }
    $wanted = ConvertTo-RegistryData -Data $Data -Type $Type
    Find-RegistryBlocker $at.Hive $at.Path $Name $wanted.Type $wanted.Data -View $View -Account $account
}

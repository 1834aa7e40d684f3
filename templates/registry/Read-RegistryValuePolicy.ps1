# The name of the Group Policy object that sets a registry value or deletes it; $null where none does.
## Space: of RSOP, as Find-RegistryBlocker has it. A hive that the script has loaded bears its own name.
function Read-RegistryValuePolicy([string] $Key, [string] $Name = '', [int] $View = 64) {
    $at = Split-RegistryKey -Key $Key
    $path = $at.Path
    $space = 'computer'
    if ($at.Hive -eq 'HKU' -and $path -match '^(?:Remedyc_)?(S-1-[0-9-]+)\\(.+)') { $space = 'user\' + $Matches[1].Replace('-', '_'); $path = $Matches[2] }
    elseif ($at.Hive -ne 'HKLM') { throw "which policy sets $(ConvertTo-Line $Key) cannot be told" }
    if ($View -eq 32) { $path = $path -replace '^SOFTWARE\\(?!WOW6432Node\\)', 'SOFTWARE\WOW6432Node\' }
    try { foreach ($policy in Get-RsopRegistrySetting $path $Name $space) { return ConvertTo-Line @(@(Get-RsopGpoName $policy.GpoId $space) + $policy.GpoId)[0] } }
    catch { throw "Group Policy could not be asked about $(ConvertTo-Line $Key): $(Get-FailureText $_)" }
}

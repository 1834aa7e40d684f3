# Why a value cannot become Wanted ('DWord 1', '' absent): a policy, or no right.
## Why no run can change a registry value: a policy sets another (Wanted: 'DWord 1', '' for absent), or no right to write.
## Where the policy sets the same, a repair is right and will last. Space: of RSOP, the computer's or a person's, whose Path begins with the hive's name. Policies that cannot be read are unknown.
function Find-RegistryBlocker([string] $Hive, [string] $Path, [string] $Name, [string] $Wanted, [int] $View = 64, [string] $Space = 'computer') {
    $key = if ($Space -eq 'computer') { $Path } else { $Path.Split('\', 2)[1] }
    if ($View -eq 32) { $key = $key -replace '^SOFTWARE\\(?!WOW6432Node\\)', 'SOFTWARE\WOW6432Node\' }
    try {
        foreach ($policy in $(if (-not $Remedy["No $Space"]) { Get-RsopRegistrySetting $key $Name $Space })) {
            $set = if ($policy.Deleted) { '' } elseif ($policy.Type -eq 4) { "DWord $([BitConverter]::ToInt32($policy.Data, 0))" } else { "$([Microsoft.Win32.RegistryValueKind]$policy.Type) $([Text.Encoding]::Unicode.GetString($policy.Data).TrimEnd([char]0))" }
            if (-not [string]::Equals($set, $Wanted, 'Ordinal')) { return "it is set by the Group Policy object '$(ConvertTo-Line @(@(Get-RsopGpoName $policy.GpoId $Space) + $policy.GpoId)[0])', change it there" }
        }
    }
    catch {
        $Remedy["No $Space"] = $true
        Write-Note "Group Policy could not be asked about ${key}: $(Get-FailureText $_)"
    }
    Find-RegistryWriteBlocker $Hive $Path $View
}

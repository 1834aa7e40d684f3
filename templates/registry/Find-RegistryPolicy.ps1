# Names the Group Policy object that sets a registry value to something else than wanted; nothing when none does or it cannot be known.
## Not asked again once it cannot be read: where CIM hangs, every question takes its whole time. Then a repair may try.
function Find-RegistryPolicy([string] $Path, [string] $Name, [string] $Type, [object] $Data, [int] $View, [string] $Account) {
    if ($Account -ne '') { $Path = $Path.Split('\', 2)[1] }
    if ($View -eq 32) { $Path = $Path -replace '^SOFTWARE\\(?!WOW6432Node\\)', 'SOFTWARE\WOW6432Node\' }
    if ($Remedy["NoPolicy$Account"]) { return }
    try {
        $policy = @(Get-RsopRegistrySetting $Path $Name $Account)
        if ($policy.Count -eq 0 -or (Test-RegistryPolicy $policy[0] $Type $Data)) { return }
        ConvertTo-Line @(@(Get-RsopGpoName $policy[0].GpoId $Account) + $policy[0].GpoId)[0]
    }
    catch {
        $Remedy["NoPolicy$Account"] = $true
        Write-Note "Group Policy could not be asked about ${Path}: $(Get-FailureText $_)"
    }
}

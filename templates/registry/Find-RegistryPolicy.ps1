# Names the Group Policy object that sets a registry value to something else than wanted.
## Where it sets the same, a repair is right and will last.
function Find-RegistryPolicy([string] $Path, [string] $Name, [string] $Type, [object] $Data, [int] $View, [string] $Account) {
    if ($Remedy["NoPolicy$Account"]) { return }
    if ($Account) { $Path = $Path.Split('\', 2)[1] }
    if ($View -eq 32) { $Path = $Path -replace '^SOFTWARE\\(?!WOW6432Node\\)', 'SOFTWARE\WOW6432Node\' }
    try {
        foreach ($policy in Get-RsopRegistrySetting $Path $Name $Account) {
            $same = if ($policy.Deleted -or -not $Type) { $policy.Deleted -and -not $Type }
            elseif ($policy.Type -ne @{ string = 1; expand_string = 2; dword = 4 }[$Type]) { $false }
            elseif ($Type -eq 'dword') { [BitConverter]::ToString($policy.Data) -eq [BitConverter]::ToString([BitConverter]::GetBytes([int]$Data)) }
            else { [string]::Equals([Text.Encoding]::Unicode.GetString($policy.Data).TrimEnd([char]0), $Data, 'Ordinal') }
            if (-not $same) { return ConvertTo-Line @(@(Get-RsopGpoName $policy.GpoId $Account) + $policy.GpoId)[0] }
        }
    }
    catch {
        $Remedy["NoPolicy$Account"] = $true
        Write-Note "Group Policy could not be asked about ${Path}: $(Get-FailureText $_)"
    }
}

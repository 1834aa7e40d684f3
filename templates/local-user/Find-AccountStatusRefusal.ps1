# That a domain policy sets whether an account of Windows is enabled, and otherwise; or nothing.
## Asked only when the account is not as wanted, since CIM is slow. What cannot be read is unknown: then a repair may try.
function Find-AccountStatusRefusal([string] $Account, [bool] $Enabled) {
    $key = @{ Administrator = 'EnableAdminAccount'; Guest = 'EnableGuestAccount' }[$Account]
    if (-not $key) { return }
    try {
        foreach ($policy in @(Get-RsopAccountStatus $key)) {
            if ($policy.Enabled -eq $Enabled) { continue }
            $owner = ConvertTo-Line $policy.GpoId
            foreach ($friendly in Get-RsopGpoName $policy.GpoId) { $owner = ConvertTo-Line $friendly }
            return "the domain GPO '$owner' sets that ($key); change it there"
        }
    }
    catch { Write-Note "the resulting set of policy could not be asked about ${Account}: $(Get-FailureText $_)" }
}

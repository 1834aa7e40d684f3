# Stands in for Find-AppxEntry on the simulated machine.
function Find-SimulatedAppxEntry {
    Enter-Effect -Name 'Find-AppxEntry'
    if (-not $global:Windows.host.elevated) { throw [System.UnauthorizedAccessException]::new('Access is denied.') }
    # SYSTEM has the files of each
    Get-AppRow { "$(@($_.users) + 'S-1-5-18')" }
    foreach ($fullName in @($global:Windows.provisionedApps.PSBase.Keys)) {
        [pscustomobject]@{ Name = $global:Windows.provisionedApps[$fullName].name; FullName = $fullName; Kind = 'provisioned'; Users = ''; Fixed = $false }
    }
}

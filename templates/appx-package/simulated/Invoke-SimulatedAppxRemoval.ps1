# Stands in for Invoke-AppxRemoval on the simulated machine.
function Invoke-SimulatedAppxRemoval([Parameter(Mandatory)] [string] $FullName, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Of) {
    Enter-Effect -Name 'Invoke-AppxRemoval' -Text "$FullName $Of" -Change
    $table = if ($Of -eq 'new_users') { $global:Windows.provisionedApps } else { $global:Windows.apps }
    $app = $table[$FullName]
    if ($null -eq $app) { throw [System.IO.IOException]::new('Deployment failed with HRESULT: 0x80073CF1, Package was not found.') }
    # what a bundle holds goes with it alone
    $held = $Of -eq 'everyone' -and $app.kind -eq 'main' -and @($table.PSBase.Values | Where-Object { $_.name -eq $app.name -and $_.version -eq $app.version -and $_.kind -eq 'bundle' }).Count -gt 0
    if ($held) { throw [System.IO.IOException]::new('Deployment failed with HRESULT: 0x80073CFA, Removal failed.') }
    switch ($app.removal) {
        'refused' { throw [System.IO.IOException]::new("Deployment failed with HRESULT: 0x80073CFA, Removal failed. Please contact your software vendor.`r`nerror 0x80070032: this app is part of Windows") }
        'in_use' { throw [System.IO.IOException]::new('Deployment failed with HRESULT: 0x80073D02, resources are currently in use') }
        'ignored' { return }
    }
    Add-Story "app $FullName is removed"
    if ($Of -eq 'new_users') { return $table.Remove($FullName) }
    foreach ($key in @($table.PSBase.Keys)) {
        $one = $table[$key]
        if ($one.name -ne $app.name -or $one.version -ne $app.version) { continue }
        $whose = if ($Of) { $Of } else { $global:Windows.host.account }
        $one.users = @($one.users | Where-Object { $Of -ne 'everyone' -and $_ -ne $whose })
        # of somebody who is signed out it goes later, of the others now
        if ($Of -eq 'everyone' -and @($global:Windows.hives.PSBase.Keys).Count -eq 0) { $table.Remove($key) }
    }
}

# Stands in for Find-PendingUpdate on the simulated machine: as many updates as are given, those of security first.
function Find-SimulatedPendingUpdate {
    Enter-Effect -Name 'Find-PendingUpdate'
    $service = $global:Windows.services['wuauserv']
    $code = if ($null -eq $service -or $service.startType -eq 'disabled') { -2147023838 } else { [int]$global:Windows.updates.searchError }
    if ($code -ne 0) { return [pscustomobject]@{ Code = $code; Result = 0; Updates = @() } }
    $given = $global:Windows.updates.pending
    $security = if ($null -ne $given.security) { $given.security } else { [int]($null -ne $given.securityPublished) }
    $titles = @($given.titles | Where-Object { $null -ne $_ })
    $dated = [int]($null -ne $given.published -or $null -ne $given.securityPublished)
    $count = if ($null -ne $given.count) { $given.count } else { [Math]::Max([Math]::Max($security, $titles.Count), $dated) }
    $day = [long]$global:Windows.clock.now - 86400000
    # what is not given is as old as what is
    $moments = @($given.securityPublished, $given.published, $day) | Where-Object { $null -ne $_ }
    $oldest = @($given.published, $given.securityPublished, $day) | Where-Object { $null -ne $_ }
    $updates = for ($index = 0; $index -lt $count; $index++) {
        $title = if ($titles.Count -gt 0) { $titles[$index] } else { "Update $($index + 1) (KB$(5035001 + $index))" }
        $safe = $index -ge $security
        [pscustomobject]@{ Title = $title; Published = ConvertFrom-Time -Time $(if ($safe) { @($oldest)[0] } else { @($moments)[0] }); IsSecurity = -not $safe }
    }
    [pscustomobject]@{ Code = 0; Result = 2; Updates = @($updates) }
}

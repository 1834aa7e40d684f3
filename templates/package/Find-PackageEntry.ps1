# Gives the uninstall entries, of both registry views, for which a condition holds; without one all that have a name. Two with one key in both views are two.
## One that cannot be read is never 'absent' where it is asked for by its key; another one may be anybody's, and is passed over with a warning.
## Never Win32_Product: asking it starts a check of every product.
function Find-PackageEntry([scriptblock] $Where) {
    # a detection changes nothing, so it looks once: some hundred entries take a while
    if (-not $Remedy.ContainsKey('Installed') -or $Remedy.ContainsKey('Role')) {
        $Remedy.Installed = @(foreach ($view in 64, 32) { Find-UninstallEntry $view })
        foreach ($entry in $Remedy.Installed) { if ($entry.Unreadable -ne '') { Write-Remark -Text "warning: uninstall entry $(ConvertTo-Line $entry.Key) cannot be read: $($entry.Unreadable)" } }
    }
    foreach ($entry in @(if ($null -eq $Where) { $Remedy.Installed } else { $Remedy.Installed | Where-Object -FilterScript $Where })) {
        if ($entry.Unreadable -eq '') { if ($entry.DisplayName) { $entry }; continue }
        # without its key it is asked for no more: then it was meant by its key
        $key = $entry.Key
        $entry.Key = ''
        $isAsked = $null -ne $Where -and $null -eq ($entry | Where-Object -FilterScript $Where)
        $entry.Key = $key
        if ($isAsked) { throw "uninstall entry $(ConvertTo-Line $key) cannot be read: $($entry.Unreadable)" }
    }
}

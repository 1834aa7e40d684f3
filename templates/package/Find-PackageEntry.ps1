# Gives the uninstall entries, of both registry views, for which a condition holds.
## Gives the uninstall entries, of both registry views, for which a condition holds; without one all that have a name. Two with one key in both views are two.
## One that cannot be read may be anybody's: it is passed over with a warning, unless it is asked for by its code (Find-UnlistedEntry).
## Never Win32_Product: asking it starts a check of every product.
function Find-PackageEntry([scriptblock] $Where) {
    # a detection changes nothing, so it looks once
    if (-not $Remedy.ContainsKey('Installed') -or $Remedy.ContainsKey('Role')) {
        $all = @(foreach ($view in 64, 32) { Find-UninstallEntry $view })
        $Remedy.Installed = @(foreach ($entry in $all) {
                if ($entry.Unreadable) { Write-Remark -Text "warning: uninstall entry $(ConvertTo-Line $entry.Key) cannot be read: $($entry.Unreadable)" } elseif ($entry.DisplayName) { $entry }
            })
        #remedyc:only Package.Code
        $Remedy.Unlisted = @($all | Where-Object { -not $_.DisplayName -or $_.Unreadable }) + @(Find-UnlistedProduct -Listed @($all | ForEach-Object { $_.Key }))
        #remedyc:end
    }
    if ($null -eq $Where) { return $Remedy.Installed }
    $Remedy.Installed | Where-Object -FilterScript $Where
    #remedyc:only Package.Code
    Find-UnlistedEntry $Where
    #remedyc:end
}

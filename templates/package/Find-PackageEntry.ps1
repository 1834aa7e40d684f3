# Gives the uninstall entries, of both registry views, for which a condition holds.
## Gives the uninstall entries, of both registry views, for which a condition holds; without one all that have a name. Two with one key in both views are two.
## One that cannot be read may be anybody's: it is passed over with a warning, unless it is asked for by its code (Find-UnlistedEntry).
## Never Win32_Product: asking it starts a check of every product.
function Find-PackageEntry([scriptblock] $Where) {
    #remedyc:only Initialize-Remedy
    # what is repaired changes them
    $Remedy.Remove('Installed')
    #remedyc:end
    if (-not $Remedy.ContainsKey('Installed')) {
        $all = @(foreach ($view in 64, 32) { Find-UninstallEntry $view })
        foreach ($entry in $all) { if ($entry.Unreadable) { Write-Remark "warning: uninstall entry $(ConvertTo-Line $entry.Key) cannot be read: $($entry.Unreadable)" } }
        $Remedy.Installed = @($all | Where-Object { $_.DisplayName })
        #remedyc:only Package.Code
        $Remedy.Unlisted = @($all | Where-Object { -not $_.DisplayName }) + @(Find-UnlistedProduct -Listed @($all | ForEach-Object { $_.Key }))
        #remedyc:end
    }
    #remedyc:only Package.All
    if ($null -eq $Where) { return $Remedy.Installed }
    #remedyc:end
    $Remedy.Installed | Where-Object $Where
    #remedyc:only Package.Code
    Find-UnlistedEntry $Where
    #remedyc:end
}

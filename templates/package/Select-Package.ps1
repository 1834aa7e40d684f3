# Gives the installed packages that are named so (whole name, ignoring case), have this product or upgrade code and pass the filter, by name.
# Both registry views of the machine; two entries with one key in both views are two. Never Win32_Product: asking it starts a check of every product.
# An entry that cannot be read is never 'absent' where it is asked for by its key; another one may be anybody's, and is passed over with a warning.
function Select-Package {
    param(
        [string] $Name = '',
        [string] $ProductCode = '',
        #remedyc:only Package.UpgradeCode
        [string] $UpgradeCode = '',
        #remedyc:end
        [scriptblock] $Where,
        [pscustomobject] $Entry
    )
    #remedyc:only Package.UpgradeCode
    $products = @(if ($UpgradeCode -ne '') { Find-UpgradeProduct -UpgradeCode $UpgradeCode })
    #remedyc:end
    $found = foreach ($view in 64, 32) {
        foreach ($candidate in @(Find-UninstallEntry -View $view)) {
            if ($candidate.Unreadable -ne '') {
                $why = "uninstall entry $(ConvertTo-Line $candidate.Key) cannot be read: $($candidate.Unreadable)"
                $isAsked = $candidate.Key -eq $ProductCode -or ($null -ne $Entry -and $candidate.Key -eq $Entry.Key)
                #remedyc:only Package.UpgradeCode
                if ($products -contains $candidate.Key) { $isAsked = $true }
                #remedyc:end
                if ($isAsked) { throw $why }
                Write-Remark -Text "warning: $why"
                continue
            }
            if ([string]::IsNullOrEmpty($candidate.DisplayName)) { continue }
            if ($Name -ne '' -and -not [string]::Equals($candidate.DisplayName, $Name, [StringComparison]::OrdinalIgnoreCase)) { continue }
            if ($ProductCode -ne '' -and $candidate.Key -ne $ProductCode) { continue }
            #remedyc:only Package.UpgradeCode
            if ($UpgradeCode -ne '' -and $candidate.BundleUpgradeCode -ne $UpgradeCode -and $products -notcontains $candidate.Key) { continue }
            #remedyc:end
            if ($null -ne $Entry -and ($candidate.Key -ne $Entry.Key -or $candidate.View -ne $Entry.View)) { continue }
            ConvertTo-Package -Entry $candidate
        }
    }
    $found = @($found)
    if ($null -ne $Where) { $found = @($found | Where-Object -FilterScript $Where) }
    Get-NameOrder -Element $found
}

function Read-Package {
    <#
    .SYNOPSIS
        Reads one property of a package; $null when none is installed, exists: at least one. Throws when several match, since it would not be known which is meant.
    #>
    [CmdletBinding()]
    [OutputType([object])]
    param(
        [string] $Name = '',
        [string] $ProductCode = '',
        [string] $UpgradeCode = '',
        [scriptblock] $Where,
        [pscustomobject] $Entry,
        [Parameter(Mandatory)]
        [ValidateSet('exists', 'name', 'product_code', 'upgrade_code', 'version', 'publisher', 'installer', 'view', 'install_location', 'uninstall_command', 'quiet_uninstall_command')]
        [string] $Property
    )
    $found = @(Find-Package -Name $Name -ProductCode $ProductCode -UpgradeCode $UpgradeCode -Where $Where -Entry $Entry)
    if ($Property -eq 'exists') { return $found.Count -gt 0 }
    if ($found.Count -eq 0) { return }
    if ($found.Count -gt 1) { throw "matches several: $(Format-PackageList -Package $found)" }
    $found[0].$($Property -replace '_', '')
}

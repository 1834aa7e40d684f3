# Installs a package by Chocolatey, or upgrades the one that is there.
function Install-ChocolateyPackage([string] $Id, [bool] $Installed, [string] $Source, [timespan] $Timeout, [string[]] $More = @()) {
    # ';' would begin another source, and a dash an option
    if ($Source -notmatch '\A([A-Za-z0-9][-._~%:/A-Za-z0-9]*)?\z') { throw "'$(ConvertTo-Line $Source)' is no source of Chocolatey" }
    $options = @($More; if ($Source) { "--source=$Source" }; if ($Installed) { '--fail-on-unfound' })
    Invoke-ChocolateyChange $(if ($Installed) { 'upgrade' } else { 'install' }) $Id $Timeout $options
}

# Lets Chocolatey install, upgrade or uninstall a package and judges its exit code; throws with the reason.
## "Exit Codes" (docs.chocolatey.org/en-us/choco/commands/install): 1641 and 3010 are success, and so are 1605 and 1614 of an uninstallation.
## 350 and 1604, with the feature exitOnRebootDetected: nothing was done, or not all, since Windows waits for a restart.
function Invoke-ChocolateyChange([string] $Command, [string] $Id, [timespan] $Timeout, [string[]] $More = @()) {
    $title = "choco $Command $Id"
    $arguments = Get-ChocolateyArgument $Command $Id (@('--yes', '--no-progress', "--execution-timeout=$([Math]::Ceiling($Timeout.TotalSeconds))") + $More)
    $path = Find-Chocolatey
    $code = Invoke-PackageManager $title $path $arguments $Timeout @{ ChocolateyInstall = Get-PathPart $path -Parent }
    if ($code -in 1641, 3010) { return NeedsRestart "$title asks for it ($code)" }
    if ($code -in 350, 1604) { return NeedsRestart "$title goes on only after it ($code)" }
    if ($code -eq 1618) { throw (Get-BusyFailure $title 1) }
    if ($code -ne 0 -and ($Command -ne 'uninstall' -or $code -notin 1605, 1614)) { throw "${title}: $(Get-ChocolateyFailure $code)" }
}

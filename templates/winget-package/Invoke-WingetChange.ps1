# Lets winget install, upgrade or uninstall a package and judges its exit code; throws with the reason.
## 8A150109, 8A15010B: INSTALL_REBOOT_REQUIRED_TO_FINISH, INSTALL_REBOOT_INITIATED. 8A150102: INSTALL_INSTALL_IN_PROGRESS.
function Invoke-WingetChange([string] $Command, [string] $Id, [string] $Scope, [string] $Source, [timespan] $Timeout, [string[]] $More = @()) {
    $title = "winget $Command $Id"
    $arguments = Get-WingetArgument $Command $Id $Scope $Source $More
    $code = Invoke-PackageManager $title (Find-Winget) $arguments $Timeout
    # installed, and a restart finishes it
    if ($code -in 0x8A150109, 0x8A15010B) { return NeedsRestart "$title asks for it (0x$('{0:X8}' -f $code))" }
    if ($code -eq 0x8A150102) { throw (Get-BusyFailure $title 1) }
    if ($code -ne 0) { throw "${title}: $(Get-WingetFailure $code)" }
}

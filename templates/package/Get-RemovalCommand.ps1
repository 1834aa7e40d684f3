# The registered uninstall command; throws where it may not be run.
## Gives Path and Arguments of the registered command that removes a package which is no Windows Installer product; throws where none is silent, or where its program may not be run.
function Get-RemovalCommand([pscustomobject] $Package, [string[]] $RemoveArguments, [string] $SignedBy = '') {
    $title = "removal of $(ConvertTo-Line $Package.Name -Limit 100)"
    $registered = [string]$(if ($null -ne $RemoveArguments) { $Package.UninstallCommand } else { $Package.QuietUninstallCommand })
    if (-not $registered) { throw "${title}: it has no $(if ($null -ne $RemoveArguments) { 'uninstall command' } else { 'silent uninstall command, give remove_arguments' })" }
    try { $command = Split-ProgramCommand $registered } catch { throw "${title}: $(Get-FailureText $_)" }
    $blocker = Find-PathWriter $command.Path
    if (-not $blocker -and $SignedBy -ne '') { $blocker = Find-SourceBlocker $command.Path $SignedBy }
    if ($blocker) { throw "${title}: $blocker" }
    $command
}

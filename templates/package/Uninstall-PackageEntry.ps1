# Removes one installed package silently: a Windows Installer product by its code, any other by its registered quiet command or with the given arguments.
# The program comes from HKLM, and its path must be one that only administrators can change. It is not held open: an uninstaller deletes itself.
function Uninstall-PackageEntry {
    param(
        [Parameter(Mandatory)] [pscustomobject] $Package,
        [string[]] $RemoveArguments,
        [string] $SignedBy = '',
        [int[]] $SuccessCodes = @(),
        [timespan] $Timeout = [timespan]'00:30:00'
    )
    $title = "removal of $(ConvertTo-Line $Package.Name -Limit 100)"
    if ($Package.Installer -eq 'msi') {
        # the key's name was matched as a GUID; the registered command may be anything. 1605 and 1614: it is gone already
        $line = "/x $($Package.ProductCode) /qn /norestart REBOOT=ReallySuppress /L*v {log}"
        return Invoke-Installer -Title $title -Path "$(Get-SpecialFolder -Name 'System')\msiexec.exe" -Arguments $line -SuccessCodes (@(1605, 1614) + $SuccessCodes) -Timeout $Timeout
    }
    $registered = if ($null -ne $RemoveArguments) { $Package.UninstallCommand } else { $Package.QuietUninstallCommand }
    try { $command = Split-ProgramCommand -Command ([string]$registered) }
    catch { throw "${title}: $(Get-FailureText -Failure $_)" }
    $line = if ($null -ne $RemoveArguments) { ConvertTo-Argument -Argument $RemoveArguments } else { $command.Arguments }
    $blocker = Find-PathWriter -Path $command.Path
    if (-not $blocker -and $SignedBy -ne '') { $blocker = Find-SourceBlocker -Path $command.Path -SignedBy $SignedBy }
    if ($blocker) { throw "${title}: $blocker" }
    if ($Package.Installer -eq 'bundle') {
        if ($line -notmatch '(?i)(^|\s)[/-]norestart(\s|$)') { $line += ' /norestart' }
        $line += ' /log {log}'
    }
    # many uninstallers go on as a copy of themselves after the first process has ended
    Invoke-Installer -Title $title -Path $command.Path -Arguments $line.Trim() -SuccessCodes (@(1605, 1614) + $SuccessCodes) -Timeout $Timeout -Linger ([timespan]'00:05:00')
}

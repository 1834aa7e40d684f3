# Removes one installed package silently: a Windows Installer product by its code, any other by its registered quiet command or with the given arguments.
## The program comes from HKLM, and its path must be one that only administrators can change. It is not held open: an uninstaller deletes itself.
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
        # the key's name was matched as a GUID; the registered command may be anything
        $line = "/x $($Package.ProductCode) /qn /norestart REBOOT=ReallySuppress /L*v {log}"
        return Invoke-Installer -Title $title -Path "$(Get-SpecialFolder -Name 'System')\msiexec.exe" -Arguments $line -SuccessCodes $SuccessCodes -Timeout $Timeout
    }
    # again, now that it runs at once
    $command = Get-RemovalCommand -Package $Package -RemoveArguments $RemoveArguments -SignedBy $SignedBy
    $line = if ($null -ne $RemoveArguments) { ConvertTo-Argument -Argument $RemoveArguments } else { $command.Arguments }
    if ($Package.Installer -eq 'bundle') {
        if ($line -notmatch '(?i)(^|\s)[/-]norestart(\s|$)') { $line += ' /norestart' }
        $line += ' /log {log}'
    }
    # many uninstallers go on as a copy of themselves after the first process has ended
    Invoke-Installer -Title $title -Path $command.Path -Arguments $line.Trim() -SuccessCodes $SuccessCodes -Timeout $Timeout -Linger ([timespan]'00:05:00')
}

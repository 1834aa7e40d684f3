# Removes a package silently: a product by its code, others by their command.
## Removes one installed package silently: a Windows Installer product by its code, any other by its registered quiet command or with the given arguments.
## The program comes from HKLM, and its path must be one that only administrators can change. It is not held open: an uninstaller deletes itself.
function Uninstall-PackageEntry {
    param([Parameter(Mandatory)] [pscustomobject] $Package, [string[]] $RemoveArguments, [string] $SignedBy, [int[]] $SuccessCodes, [timespan] $Timeout)
    $run = @{ Title = "removal of $(ConvertTo-Line $Package.Name -Limit 100)"; SuccessCodes = $SuccessCodes; Timeout = $Timeout }
    # the code was matched as a GUID; the registered command may be anything
    if ($Package.Installer -eq 'msi') { return Invoke-Installer @run -Path "$(Get-SpecialFolder 'System')\msiexec.exe" -Arguments "/x $($Package.ProductCode) /qn /norestart REBOOT=ReallySuppress /L*v {log}" }
    # again, now that it runs at once
    $command = Get-RemovalCommand $Package $RemoveArguments $SignedBy
    $line = if ($null -ne $RemoveArguments) { ConvertTo-Argument -Argument $RemoveArguments } else { $command.Arguments }
    if ($Package.Installer -eq 'bundle') {
        if ($line -notmatch '(?i)(^|\s)[/-]norestart(\s|$)') { $line += ' /norestart' }
        $line += ' /log {log}'
    }
    # many uninstallers go on as a copy of themselves after the first process has ended
    Invoke-Installer @run -Path $command.Path -Arguments $line.Trim() -Linger ([timespan]'00:05:00')
}

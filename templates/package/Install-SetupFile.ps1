# Verifies a setup file, holds it open, and runs it silently.
## Verifies a setup file, holds it open so that nobody can exchange it, and runs it silently: .msi through msiexec, .exe with its arguments.
## Again: the product is registered and is repaired, by REINSTALL or a bundle's /repair; other EXE installers know no such order.
function Install-SetupFile([string] $Source, [string[]] $Arguments, [string] $SignedBy, [string] $Sha256, [int[]] $SuccessCodes, [timespan] $Timeout, [switch] $Again) {
    if ($Source -eq '') { throw 'the remedy names no source to install it from' }
    Open-SourceFile $Source {
        # again, now that it cannot change any more
        $blocker = Find-SourceBlocker $Source $SignedBy $Sha256
        if ($blocker) { throw $blocker }
        $run = @{ Title = ConvertTo-Line (Get-PathPart $Source); SuccessCodes = $SuccessCodes; Timeout = $Timeout }
        #remedyc:only Package.SourceMsi Package.SourceAny Package.UrlMsi
        if ($Source.EndsWith('.msi', [StringComparison]::OrdinalIgnoreCase)) {
            # vomus: cached anew from this file, older and missing files, the registry of the machine and of users, shortcuts
            $all = @(if ($Again) { 'REINSTALL=ALL', 'REINSTALLMODE=vomus' }) + @($Arguments | Where-Object { $null -ne $_ })
            $line = "/i $(ConvertTo-Argument -Argument $Source) /qn /norestart REBOOT=ReallySuppress /L*v {log} $(ConvertTo-InstallerArgument -Argument $all)".TrimEnd()
            return Invoke-Installer @run -Path "$(Get-SpecialFolder 'System')\msiexec.exe" -Arguments $line
        }
        #remedyc:end
        #remedyc:only Package.SourceExe Package.SourceAny Package.UrlExe
        if ($Source.EndsWith('.exe', [StringComparison]::OrdinalIgnoreCase)) {
            $line = ConvertTo-Argument -Argument $Arguments
            if (Test-BurnBundle $Source) { $line = "$(if ($Again) { '/repair ' })$line /log {log}".TrimStart() }
            elseif ($Again) { return }
            return Invoke-Installer @run -Path $Source -Arguments $line
        }
        #remedyc:end
        throw "$(ConvertTo-Line $Source) is neither an .msi nor an .exe"
    }
}

# An installer that was started comes to its end: what it installs or removes is there or gone. Gives its exit code (Win32) and writes its logs.
function Complete-Job {
    param([object] $Job)
    $log = [System.Collections.Generic.List[string]]::new()
    $machine = $global:Windows
    $stamp = (ConvertFrom-Time -Time $machine.clock.now).ToString('yyyy-MM-ddTHH:mm:ss', [cultureinfo]::InvariantCulture)
    if ($Job.kind -eq 'remove') {
        $product = $machine.products[$Job.target]
        $kind = if ($null -eq $product) { 'msi' } else { [string]$product.kind }
        $code = Uninstall-Product -Key $Job.target -Log $log
    }
    else {
        $media = $machine.media[$Job.target]
        $kind = [string]$media.kind
        $outcome = $media.outcome
        $code = [int]$outcome.exitCode
        if ($code -in 0, 3010, 1641) {
            foreach ($key in @($media.installs.PSBase.Keys)) {
                $result = Install-Product -Key $key -Product $media.installs[$key] -Again:($Job.kind -eq 'repair') -Log $log
                if ($result -ne 0) { $code = $result }
            }
        }
        else {
            foreach ($line in @($outcome.log)) { $log.Add([string]$line) }
            Write-SetupEnd -Log $log -Code $code
        }
    }
    if ($code -in 3010, 1641) {
        (Add-KeyRow -Key 'HKLM\SYSTEM\CurrentControlSet\Control\Session Manager')['values']['PendingFileRenameOperations'] = ConvertTo-ValueRow -Type 'MultiString' -Data @('\??\C:\Config.Msi\1.rbf', '')
    }
    if ($Job.logFile -ne '' -and $null -ne (Find-FolderRow -Path (Get-ParentPath -Path $Job.logFile))) {
        if ($kind -eq 'bundle') {
            $failed = $code -notin 0, 3010, 1641
            $result = if ($failed) { '0x{0:X8}' -f (ConvertTo-SetupCode -Code $code -Bundle $true) } else { '0x0' }
            $lead = "[0A10:0B20][$stamp]"
            $lines = @("${lead}i001: Burn v3.14.0.1316, Windows v10.0, path: $($Job.target)", "${lead}i301: Applying execute package: Main, action: Install")
            if ($failed) { $lines += "${lead}e000: Error ${result}: Failed to install MSI package." }
            $lines += "${lead}i319: Applied execute package: Main, result: $result, restart: None"
            Write-FileRow -Path $Job.logFile -Content (($lines -join "`r`n") + "`r`n")
            Write-FileRow -Path ($Job.logFile -replace '\.log$', '_000_Main.log') -Content (($log -join "`r`n") + "`r`n") -Encoding 'utf16'
        }
        elseif ($kind -eq 'msi') { Write-FileRow -Path $Job.logFile -Content (($log -join "`r`n") + "`r`n") -Encoding 'utf16' }
    }
    Add-Story "$($Job.kind) of $($Job.target) ends with $code"
    $code
}

# Reads the logs of installers for known causes: those of this run first, then the patterns' files, newest first, and writes each cause as a finding.
## %TEMP% in a pattern means the folder that our installers got as TEMP as well as the machine's. Logs from before our installer, or without one from before this script began, do not count: they tell of another failure.
## Of the patterns' files only those of SYSTEM and administrators are read (Select-TrustedLog).
function Invoke-InstallerLogsDiagnose([string[]] $Paths = @()) {
    $since = Get-RunStart
    $known = @()
    $logs = @()
    if ($Remedy.ContainsKey('Setups') -and $Remedy.Setups.Count -gt 0) {
        $since = $Remedy.Setups[0].Began
        foreach ($setup in $Remedy.Setups) {
            $known += $setup.Causes
            $logs += @(Find-SetupLog -Folder $setup.Folder -Stem $setup.Stem | Sort-Object -Property Time -Descending)
        }
    }
    $machine = Expand-Path '%TEMP%'
    $others = @(foreach ($pattern in $Paths) {
            $folder = Get-PathPart -Path $pattern -Parent
            $name = Get-PathPart -Path $pattern
            Find-LogFile -Folder $folder -Pattern $name
            if ($folder -eq $machine) { Find-LogFile -Folder "$($Remedy.State)\temp" -Pattern $name }
        })
    $logs += @(Select-TrustedLog -Log @($others | Where-Object { $_.Time -ge $since }))
    foreach ($cause in @(Find-InstallerCause -Log $logs -Since $since)) { if ($known -notcontains $cause) { Write-Finding $cause } }
}

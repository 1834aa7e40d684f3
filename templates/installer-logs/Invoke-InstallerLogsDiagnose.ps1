# The causes in installers' logs as findings: this run's first.
## Writes the causes in installers' logs as findings: those of this run's logs first, then of the patterns' files, newest first.
## %TEMP% in a pattern means the folder that our installers got as TEMP as well as the machine's. Logs from before our installer, or without one from before this script began, do not count: they tell of another failure.
## Of the patterns' files only those of SYSTEM and administrators are read (Select-TrustedLog).
function Invoke-InstallerLogsDiagnose([string[]] $Paths = @()) {
    $setups = @(if ($Remedy.ContainsKey('Setups')) { $Remedy.Setups })
    $since = if ($setups.Count -gt 0) { $setups[0].Began } else { Get-RunStart }
    $machine = Expand-Path '%TEMP%'
    $others = @(foreach ($pattern in $Paths) {
            $folder, $name = (Get-PathPart $pattern -Parent), (Get-PathPart $pattern)
            Find-LogFile $folder $name
            if ($folder -eq $machine) { Find-LogFile "$($Remedy.State)\temp" $name }
        })
    $logs = @(
        foreach ($setup in $setups) { Find-SetupLog $setup.Folder $setup.Stem | Sort-Object -Property Time -Descending }
        Select-TrustedLog @($others | Where-Object { $_.Time -ge $since })
    )
    foreach ($cause in @(Find-InstallerCause $logs $since)) { if (@($setups | Where-Object { $_.Causes -contains $cause }).Count -eq 0) { Write-Finding $cause } }
}

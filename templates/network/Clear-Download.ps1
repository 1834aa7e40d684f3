# Deletes what was downloaded, also by a run that was killed.
## What is still in use goes with the next run.
function Clear-Download {
    foreach ($file in @(Find-LogFile "$($Remedy.State)\download" '*')) {
        try { Clear-LogFile $file.Path } catch { Write-Note (Get-FailureText $_) }
    }
}

# Asks for a restart: who runs this script decides when, the mark tells the next run that it was asked for.
function Request-Restart {
    param([Parameter(Mandatory)] [hashtable] $Item)
    $text = ConvertTo-Line ($Item.Id + ': ask for a restart of Windows (' + $Item.Label + ')')
    if ($script:Remedy.Cmdlet.ShouldProcess($text, $text, $script:Remedy.Title)) {
        Save-Mark -Name ('Asked ' + $Item.Id) -Value (Get-ClockText)
        Save-Mark -Name ('Asked ' + $Item.Id) -Value (Get-ClockText) -Session
        $script:Remedy.RestartNeeded = $true
        Write-Request -Item $Item -Outcome 'restart'
    }
    else { Write-Request -Item $Item -Outcome 'deviates' }
}

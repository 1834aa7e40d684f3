# What a known event means.
## What an event means when its source and number are known; nothing for any other.
## Windows Installer's errors are events 10000 higher in the Application log, 11920 for 1920; 10005 holds what a package itself says.
function Format-EventRecord([pscustomobject] $Record) {
    $said = "$(@($Record.Values)[0])"
    if ($Record.Source -ne 'MsiInstaller') { return Format-EventText $Record }
    if ($Record.Id -eq 11708) { return 'event 11708: an installation failed' }
    $meaning = Get-ErrorMeaning ($Record.Id - 10000) $said
    if ($null -ne $meaning) { "event $($Record.Id): $($meaning.Text)" }
    elseif ($Record.Id -eq 10005 -and $said -match ' -- (.+)') { "event 10005: the installer says $(Format-Name $Matches[1] 200)" }
}

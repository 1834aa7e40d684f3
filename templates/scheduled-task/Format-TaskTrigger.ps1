# Writes triggers of a scheduled task as one text: at startup, daily at 03:00.
function Format-TaskTrigger([object[]] $Trigger) {
    $texts = foreach ($one in $Trigger) {
        $plain = $one.Enabled -and -not $one.End -and -not $one.User
        if ($plain -and $one.Type -eq 8 -and -not $one.Every) { 'at startup' }
        elseif ($plain -and $one.Type -eq 9 -and -not $one.Every) { 'at logon' }
        elseif ($plain -and $one.Type -eq 2 -and $one.Days -eq 1 -and -not $one.Every -and $one.Start -match 'T(\d\d:\d\d):00$') { "daily at $($Matches[1])" }
        elseif ($plain -and $one.Type -eq 1 -and $one.Every -and -not $one.Lasts) { "every $(Format-Duration ([Xml.XmlConvert]::ToTimeSpan($one.Every)))" }
        else { 'otherwise' }
    }
    $sorted = [string[]]@($texts)
    [Array]::Sort($sorted, [StringComparer]::Ordinal)
    if ($sorted.Count -gt 0) { $sorted -join ', ' } else { 'by hand alone' }
}

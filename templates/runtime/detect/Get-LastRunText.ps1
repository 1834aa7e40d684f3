# Gives what the last run of the remediation came to, as the end of a line that says what is wrong: ' | last run 2026-01-31: BLOCKED ...'; '' where none is known.
# Only administrators write below HKLM, so a mark of a user is not believed; one that is no summary of this remedy is nobody's.
function Get-LastRunText {
    if ((Get-MarkHive) -ne 'HKLM' -or -not $script:Remedy.Marks.ContainsKey('LastRun')) { return '' }
    $mark = $script:Remedy.Marks['LastRun']
    if ($mark.Length -gt 2100 -or $mark -cnotmatch ('\A(\S+) ([A-Z]+) ' + $script:Remedy.Name + ' \S+ \| ([\x20-\x7E]+)\z')) { return '' }
    $time, $word, $said = $Matches[1..3]
    if ($null -eq (Get-MarkAge -Text $time)) { return '' }
    ' | ' + (ConvertTo-Line "last run $($time.Substring(0, 10)): $word $said")
}

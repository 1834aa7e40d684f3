# Gives what the last remediation came to: ' | last run 2026-01-31: BLOCKED ...'. Only administrators write there; what is no summary of this remedy is nobody's.
function Get-LastRunText {
    try { $mark = Get-RegistryValue -Hive 'HKLM' -Path "SOFTWARE\Remedyc\$($Remedy.Name)" -Name 'LastRun' } catch { return '' }
    if ($null -eq $mark -or $mark.Type -ne 'String' -or $mark.Data.Length -gt 2100) { return '' }
    if ($mark.Data -cnotmatch "\A(\d{4}-\d\d-\d\d)\S* ([A-Z]+) $($Remedy.Name) \S+ \| ([\x20-\x7E]+)\z") { return '' }
    " | $(ConvertTo-Line "last run $($Matches[1]): $($Matches[2]) $($Matches[3])")"
}

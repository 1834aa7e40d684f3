# What the last remediation came to; only administrators write there.
## What is no summary of this remedy is nobody's.
function Get-LastRunText {
    try { $mark = Get-RegistryValue 'HKLM' "SOFTWARE\Remedyc\$($Remedy.Name)" 'LastRun' } catch { return }
    if ($null -ne $mark -and $mark.Type -eq 'String' -and $mark.Data -cmatch "\A(\d{4}-\d\d-\d\d)\S* ([A-Z]+) $($Remedy.Name) \S+ (\| [ -~]{1,2000})\z") { " | $(ConvertTo-Line "last run $($Matches[1]): $($Matches[2]) $($Matches[3].Substring(2))")" }
}

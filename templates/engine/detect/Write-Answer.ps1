# The answer, at most 2,048 characters, and the end of the script.
function Write-Answer([string] $Word, [string] $Text) {
    $line = "$Word $($Remedy.Name) $($Remedy.Version) | $Text"
    $tail = ''
    #remedyc:only Context.LastRun
    if ($Word -ne 'COMPLIANT') {
        # what the last remediation came to is told nowhere else; only administrators write there
        ## What is no summary of this remedy is nobody's.
        $said = try { (Get-RegistryValue 'HKLM' "SOFTWARE\Remedyc\$($Remedy.Name)" 'LastRun').Data } catch { '' }
        if ("$said" -cmatch "\A(\d{4}-\d\d-\d\d)\S* ([A-Z]+) $($Remedy.Name) \S+ \| ([ -~]{1,2000})\z") { $tail = " | $(ConvertTo-Line "last run $($Matches[1]): $($Matches[2]) $($Matches[3])")" }
    }
    #remedyc:end
    if ("$line$tail".Length -gt 2048) { $line = $line.Substring(0, 2045 - $tail.Length) + '...' }
    Write-Output "$line$tail"
    exit [int]($Word -ne 'COMPLIANT')
}

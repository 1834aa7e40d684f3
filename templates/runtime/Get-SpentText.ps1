# Says that this remedy failed three times in a row during the last day, and why, '' when it did not.
function Get-SpentText {
    $count = 0
    if ($script:Remedy.Marks.ContainsKey('FailedRuns') -and $script:Remedy.Marks.ContainsKey('FailedAt') -and
        [int]::TryParse($script:Remedy.Marks['FailedRuns'], [ref]$count) -and $count -ge 3) {
        $age = Get-MarkAge -Text $script:Remedy.Marks['FailedAt']
        if ($null -ne $age -and $age.TotalDays -lt 1) {
            $why = if ($script:Remedy.Marks.ContainsKey('FailedWhy')) { '; the last one: ' + (ConvertTo-Line $script:Remedy.Marks['FailedWhy'] -Limit 400) } else { '' }
            return "$count runs failed in a row; not tried again for a day, or with -Force$why"
        }
    }
    ''
}

# A log: all of it up to 32 MB, of a longer one the last 8 MB.
## Text and Whole of a log: all of it up to 32 MB, of a longer one the last 8 MB, as far as the run's budget goes.
## msiexec writes UTF-16LE, Burn UTF-8, older tools the code page of the machine (on PowerShell 7 what is ASCII of it).
function Read-LogText([pscustomobject] $Log) {
    $budget = Get-SearchBudget
    $most = [Math]::Min([long]32MB, $budget.Bytes)
    $whole = $Log.Length -le $most
    $count = [int]$(if ($whole) { $most } else { [Math]::Min([long]8MB, $budget.Bytes) })
    $head = Get-FileByte -Path $Log.Path -Count 512
    $bytes = Get-FileByte -Path $Log.Path -Offset ([long]$(if (-not $whole) { 2 * [Math]::Floor(($Log.Length - $count) / 2) })) -Count $count
    $budget.Bytes -= $bytes.Length
    $text = if (@($head -eq 0).Count -gt $head.Length / 8) { [Text.Encoding]::Unicode.GetString($bytes) }
    else { try { [Text.UTF8Encoding]::new($false, $true).GetString($bytes) } catch { [Text.Encoding]::Default.GetString($bytes) } }
    [pscustomobject]@{ Text = $text.TrimStart([char]0xFEFF); Whole = $whole }
}

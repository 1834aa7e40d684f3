# Gives Text and Whole of a log: all of it up to 32 MB, of a longer one the last 8 MB, as far as the run's budget for searching goes.
## UTF-16, UTF-8 and one-byte text are told apart: msiexec writes UTF-16LE, Burn UTF-8, older tools the code page of the machine; what is looked for is ASCII in each.
function Read-LogText([pscustomobject] $Log) {
    $budget = Get-SearchBudget
    $whole = $Log.Length -le [Math]::Min([long]32MB, $budget.Bytes)
    $count = [int]$(if ($whole) { [Math]::Min([long]32MB, $budget.Bytes) } else { [Math]::Min([long]8MB, $budget.Bytes) })
    $head = Get-FileByte -Path $Log.Path -Count 512
    $bytes = if ($whole) { Get-FileByte -Path $Log.Path -Count $count } else { Get-FileByte -Path $Log.Path -Offset ([long](2 * [Math]::Floor(($Log.Length - $count) / 2))) -Count $count }
    $budget.Bytes -= $bytes.Length
    $zeros = 0
    for ($index = 1; $index -lt $head.Length; $index += 2) { if ($head[$index] -eq 0) { $zeros++ } }
    $text = if ($zeros -gt $head.Length / 8) { [Text.Encoding]::Unicode.GetString($bytes) }
    else {
        try { [Text.UTF8Encoding]::new($false, $true).GetString($bytes) }
        catch { [Text.Encoding]::GetEncoding(28591).GetString($bytes) }
    }
    [pscustomobject]@{ Text = $text.TrimStart([char]0xFEFF); Whole = $whole }
}

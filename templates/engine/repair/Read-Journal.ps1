# The lines of a journal as objects with Run, Kind, Was, Now and At.
## Throws unless all of it is as Add-Journal writes it, of one run and of kinds that are known here.
## A last line without an end was never finished, so the change that it announces was never made.
function Read-Journal([string] $Path, [string[]] $Kind) {
    $security = Get-PathSecurity $Path
    if ($null -eq $security -or $security.Reparse) { throw 'it is a link' }
    #remedyc:only Context.System
    if ($Remedy.Context -eq 'system') {
        if (-not (Test-TrustedSid $security.Owner)) { throw "it belongs to $($security.Owner)" }
        # FILE_WRITE_DATA, FILE_APPEND_DATA, DELETE, WRITE_DAC, WRITE_OWNER, GENERIC_WRITE, GENERIC_ALL
        $writer = Find-ForeignWriter $security 0x500D0006
        if ($writer) { throw "it may be changed by $writer" }
    }
    #remedyc:end
    if ((Get-LogLength $Path) -gt 32MB) { throw 'it is longer than any that this script writes' }
    $lines = [Text.Encoding]::ASCII.GetString((Get-FileByte $Path -Count 32MB)).Split([string[]]"`r`n", [StringSplitOptions]::None)
    if (-not $lines[0].StartsWith('["run ', [StringComparison]::Ordinal)) { throw 'it does not begin as one' }
    $run = ''
    for ($index = 0; $index -lt $lines.Count - 1; $index++) {
        $where = "line $($index + 1)"
        if ($lines[$index].Length -gt 2100000) { throw "$where is too long" }
        try { $line = ConvertFrom-Json $lines[$index] } catch { throw "$where is no JSON" }
        if ($line -isnot [array] -or $line.Count -lt 5 -or $line.Count -gt 7 -or @($line | Where-Object { $_ -isnot [string] })) { throw "$where is no entry" }
        if ($line[1] -clike 'Registry*' -and $line[-1] -cnotmatch '^view(32|64)$') { throw "$where is no entry" }
        if ($index -eq 0) { $run = $line[0] }
        if ($line[0] -cne $run) { throw "$where is of another run" }
        if ((@('Lost', 'Restart') + $Kind) -cnotcontains $line[1]) { throw "$where is of a kind that is not known here: $(ConvertTo-Line $line[1] -Limit 60)" }
        $texts = @(foreach ($text in $line + @('', '')) {
                [regex]::Replace($text, '%([0-9a-f]{4})', [Text.RegularExpressions.MatchEvaluator] { [string][char][Convert]::ToInt32($args[0].Groups[1].Value, 16) })
            })
        [pscustomobject]@{ Run = ConvertTo-Line $texts[0] -Limit 60; Kind = $texts[1]; Was = $texts[2]; Now = $texts[3]; At = [string[]]$texts[4..6] }
    }
}

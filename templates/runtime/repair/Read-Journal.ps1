# Gives the lines of a journal as objects with Kind, At, Was and Now. Throws unless all of it is as Add-Journal writes it, for this remedy, of kinds that are known here.
# A last line without an end was never finished, so the change that it announces was never made.
function Read-Journal {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string[]] $Kind)
    $security = Get-PathSecurity -Path $Path
    if ($null -eq $security -or $security.Reparse) { throw 'it is a link' }
    #remedyc:only Context.System
    if ($script:Remedy.Context -eq 'system') {
        if (-not (Test-TrustedSid -Sid $security.Owner)) { throw "it belongs to $($security.Owner)" }
        # FILE_WRITE_DATA, FILE_APPEND_DATA, DELETE, WRITE_DAC, WRITE_OWNER, GENERIC_WRITE, GENERIC_ALL
        $writer = Find-ForeignWriter -Security $security -Access 0x500D0006
        if ($writer) { throw "it may be changed by $writer" }
    }
    #remedyc:end
    if ((Get-LogLength -Path $Path) -gt 32MB) { throw 'it is longer than any that this script writes' }
    $lines = [Text.Encoding]::ASCII.GetString((Get-FileByte -Path $Path -Count 32MB)).Split([string[]]"`r`n", [StringSplitOptions]::None)
    # a run that was ended while it began its journal
    if ($lines.Count -eq 1 -and -not $lines[0].StartsWith('["Run"', [StringComparison]::Ordinal)) { throw 'it has no line' }
    for ($index = 0; $index -lt $lines.Count - 1; $index++) {
        $where = "line $($index + 1)"
        if ($lines[$index].Length -gt 2100000) { throw "$where is too long" }
        try { $line = ConvertFrom-Json -InputObject $lines[$index] } catch { throw "$where is no JSON" }
        if ($line -isnot [array] -or $line.Count -lt 4 -or $line.Count -gt 6 -or @($line | Where-Object { $_ -isnot [string] }).Count -gt 0) { throw "$where is no entry" }
        $known = if ($index -eq 0) { @('Run') } else { @('Lost', 'Restart') + $Kind }
        if ($known -cnotcontains $line[0]) { throw "$where is of a kind that is not known there: $(ConvertTo-Line $line[0] -Limit 60)" }
        if ($index -eq 0 -and $line[3] -cne $script:Remedy.Name) { throw 'it is of another remedy' }
        $texts = @(foreach ($text in $line + @('', '')) {
                [regex]::Replace($text, '%([0-9a-f]{4})', [Text.RegularExpressions.MatchEvaluator] { param($found) [string][char][Convert]::ToInt32($found.Groups[1].Value, 16) })
            })
        [pscustomobject]@{ Kind = $texts[0]; Was = $texts[1]; Now = $texts[2]; At = [string[]]$texts[3..5] }
    }
}

# Undoes one entry of a journal where the machine still is as that run left it.
## Gives 'undone', 'as it was', 'declined' (by a person, or only told), or why it is left.
## Forecast: what -WhatIf would have made by then, by kind and place.
function Undo-Change([pscustomobject] $Entry, [string] $Shown, [hashtable] $Forecast) {
    if ($Entry.At[0].StartsWith('HKU\', [StringComparison]::Ordinal)) { $Entry.At[0] = Resolve-LoadedKey $Entry.At[0] }
    $read = "Get-$($Entry.Kind)State"
    $place = "$($Entry.Kind)`0$($Entry.At -join "`0")"
    $current = if ($Forecast.ContainsKey($place)) { $Forecast[$place] } else { & $read $Entry.At }
    if (Test-Text $current $Entry.Was) { return 'as it was' }
    if (-not (Test-Text $current $Entry.Now)) { return 'it was changed since' }
    if (-not (Test-Approval "undo: $Shown")) {
        if ($Remedy.Preview) { $Forecast[$place] = $Entry.Was }
        return 'declined'
    }
    $why = & "Undo-$($Entry.Kind)" $Entry.At $Entry.Was
    if ($why) { return $why }
    if (-not (Test-Text (& $read $Entry.At) $Entry.Was)) { throw 'it is not as it was, although nothing was refused' }
    'undone'
}

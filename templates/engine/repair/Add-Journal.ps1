# Notes for -Rollback what a change replaces; what cannot be noted is not changed.
## Five runs are kept. %xxxx is a character beyond ASCII, a quotation mark, or a first one that JSON could take for a date's. Windows PowerShell 5.1 may read no more than 2 MB of JSON at once.
function Add-Journal([string] $Kind, [string[]] $At, [string] $Was, [string] $Now) {
    try {
        $texts = foreach ($text in @("run $($Remedy.Run)", $Kind, $Was, $Now) + $At) { [regex]::Replace($text, '[^ !#$&-~]|^[0-9/]', { '%{0:x4}' -f [int][char]$args[0].Value }).Replace('\', '\\') }
        $line = '["' + ($texts -join '","') + '"]'
        if (-not $Remedy.Journal) {
            $place = "$($Remedy.State)\journal"
            foreach ($number in 4..1) { Move-Log "$place$number.jsonl" "$place$($number + 1).jsonl" }
            $Remedy.Journal = "${place}1.jsonl"
        }
        if ($Kind -ne 'Lost' -and ($line.Length -gt 2000000 -or ($Remedy.Noted += $line.Length) -gt 20MB)) { return Add-Journal 'Lost' "$Kind $At", 'too large to be kept' }
        Add-JournalText $Remedy.Journal "$line`r`n"
    }
    catch { throw "not changed, since the journal cannot be written: $(Get-FailureText $_)" }
}

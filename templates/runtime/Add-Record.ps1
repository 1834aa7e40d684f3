# Notes how an item came out, and gives the record.
# Outcomes: ok, fixed, failed, blocked, deviates, waiting (behind a failed or blocked item or a restart), after (depends on what an earlier fix would change),
# restart (waits for Windows to restart). Behind: the item that this one waits for; such a record is a consequence, not a cause.
function Add-Record {
    param(
        [Parameter(Mandatory)] [hashtable] $Item,
        [Parameter(Mandatory)] [ValidateSet('ok', 'fixed', 'failed', 'blocked', 'deviates', 'waiting', 'after', 'restart')] [string] $Outcome,
        [AllowEmptyString()] [string] $Why = '',
        [AllowEmptyString()] [string] $Behind = ''
    )
    $now = Get-Tick
    $record = [pscustomobject]@{
        Id           = ConvertTo-Line $Item.Id
        Step         = if ($Item.ContainsKey('Step')) { $Item.Step } else { $script:Remedy.Step }
        Kind         = if ($Item.ContainsKey('Kind')) { $Item.Kind } else { 'check' }
        Label        = ConvertTo-Line $Item.Label
        Outcome      = $Outcome
        Why          = if ($Why -ne '') { ConvertTo-Line (Add-AccountName $Why) } else { '' }
        Behind       = if ($Behind -ne '') { ConvertTo-Line $Behind } else { '' }
        #remedyc:only Context.Repairs
        Busy         = $Item.ContainsKey('Busy') -and $Item.Busy
        #remedyc:end
        #remedyc:only Step.Diagnosis
        Causes       = [Collections.Generic.List[string]]::new()
        Seen         = [Collections.Generic.List[string]]::new()
        #remedyc:end
        Milliseconds = $now - $script:Remedy.ItemStarted
    }
    $script:Remedy.ItemStarted = $now
    $script:Remedy.Records.Add($record)
    $text = $record.Id + ': ' + $Outcome
    if ($record.Why -ne '') { $text += ', ' + $record.Why }
    if ($Behind -ne '') { $text += ' (' + $Behind + ')' }
    Write-Verbose -Message $text
    $record
}

# Tests an item and decides: gives its verdict when it is to be fixed now, otherwise notes how it came out and gives nothing.
# The one decision of detection, -WhatIf and repair alike.
function Resolve-Item {
    param([Parameter(Mandatory)] [hashtable] $RemedyItem, [Parameter(Mandatory)] [scriptblock] $RemedyTest)
    #remedyc:only Context.Repairs
    $script:Remedy.Resources.AddRange([string[]](@($RemedyItem.On) + @($RemedyItem.Provides)))
    #remedyc:end
    if (Resolve-Obstacle -Item $RemedyItem) { return }
    $RemedyVerdict = Measure-Verdict -RemedyLabel $RemedyItem.Label -RemedyTest $RemedyTest
    # What is blocked only because something before it is not done yet waits for that, and is not a cause of its own.
    if ($RemedyVerdict.RemedycVerdict -ne 'holds') {
        $RemedyBehind = $script:Remedy.Halt
        if ($RemedyBehind -eq '') { $RemedyBehind = Find-First -Table $script:Remedy.Spoiled -Identity (@($RemedyItem.On) + @($RemedyItem.Reads)) }
        if ($RemedyBehind -ne '') {
            Write-Record -Item $RemedyItem -Outcome 'waiting' -Why $RemedyVerdict.Why -Behind $RemedyBehind
            return
        }
        if ($RemedyVerdict.RemedycVerdict -eq 'deviates') { $RemedyVerdict = Find-Blocker -RemedyItem $RemedyItem -RemedyVerdict $RemedyVerdict }
    }
    switch ($RemedyVerdict.RemedycVerdict) {
        'holds' { Write-Record -Item $RemedyItem -Outcome 'ok' }
        'deviates' {
            #remedyc:only Reboot
            if ($null -ne $script:Remedy.Armed) {
                Request-Restart -Item $script:Remedy.Armed
                Write-Record -Item $RemedyItem -Outcome 'waiting' -Why $RemedyVerdict.Why -Behind $script:Remedy.Halt
                return
            }
            #remedyc:end
            $RemedyVerdict
        }
        'restart' { Write-Trouble -Item $RemedyItem -Outcome 'restart' -Why $RemedyVerdict.Why }
        default { Write-Trouble -Item $RemedyItem -Outcome 'blocked' -Why $RemedyVerdict.Why }
    }
}

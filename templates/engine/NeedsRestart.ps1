# What a repair or an action may give back: it worked, and Windows must restart for it to count.
function NeedsRestart {
    param([Parameter(Mandatory, Position = 0)] [string] $Why)
    [pscustomobject]@{ RemedycVerdict = 'restart'; Why = $Why }
}

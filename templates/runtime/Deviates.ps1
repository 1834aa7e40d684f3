# Verdict of a test: the resource differs; why is a full clause that names it.
function Deviates {
    param([Parameter(Mandatory, Position = 0)] [string] $Why)
    [pscustomobject]@{ RemedycVerdict = 'deviates'; Why = $Why }
}

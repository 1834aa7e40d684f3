# Verdict of a test: the resource is as it should be.
function Holds {
    [pscustomobject]@{ RemedycVerdict = 'holds'; Why = '' }
}

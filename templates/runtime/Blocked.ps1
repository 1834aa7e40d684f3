# Verdict of a test: it differs, and no run can help until a person or another event acts; why says who must do what.
function Blocked {
    param([Parameter(Mandatory, Position = 0)] [string] $Why)
    [pscustomobject]@{ RemedycVerdict = 'blocked'; Why = $Why }
}

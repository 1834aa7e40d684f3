# Asks what stands in the way of a fix, '' for nothing; what cannot be asked stands in the way, too.
function Measure-Blocker {
    param([Parameter(Mandatory)] [scriptblock] $RemedyBlocker)
    try { Measure-Reason -RemedyBlock $RemedyBlocker }
    catch { 'what stands in the way of a fix cannot be read: ' + (Get-FailureText -Failure $_) }
}

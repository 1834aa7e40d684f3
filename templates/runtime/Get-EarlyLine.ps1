# Gives the summary line of a script that ends before its walk is over.
function Get-EarlyLine {
    param(
        [Parameter(Mandatory)] [string] $Outcome,
        [Parameter(Mandatory)] [string] $Why
    )
    $word = if ($Outcome -eq 'blocked') { 'BLOCKED' } else { 'FAILED' }
    '{0} {1} {2} | {3}' -f $word, $script:Remedy.Name, $script:Remedy.Version, (ConvertTo-Line $Why)
}

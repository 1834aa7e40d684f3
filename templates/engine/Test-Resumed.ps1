# The reason where a service that an earlier run had stopped does not run again.
## One that somebody has removed or disabled since stays as it is.
function Test-Resumed([string] $Name) {
    # it may have been on its way when that run ended
    if ((Get-SettledState $Name) -notin 'stopped', 'stopping') { return }
    $configuration = Get-ServiceConfiguration -Name $Name
    # 4: disabled
    if ($null -eq $configuration -or $configuration.StartType -eq 4) { return }
    "service $(ConvertTo-Line $Name) was stopped by a run that was ended before it could start it again"
}

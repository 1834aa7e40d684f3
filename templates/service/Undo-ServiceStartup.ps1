# Gives a service its startup back; gives the reason where that cannot be done.
function Undo-ServiceStartup([string[]] $At, [string] $Was) {
    if ($Was -notin 'automatic', 'automatic_delayed', 'manual', 'disabled') { return "its startup was '$(ConvertTo-Line $Was)'" }
    # the switch would stay behind, and count again once the service is automatic
    if ($Was -notlike 'automatic*' -and (Get-ServiceStartupState $At) -eq 'automatic_delayed') { $null = Write-ServiceDelay -Name $At[0] -Delayed $false }
    $code = Write-ServiceConfiguration -Name $At[0] -StartType @{ automatic = 2; automatic_delayed = 2; manual = 3; disabled = 4 }[$Was]
    if ($code -eq 0 -and $Was -like 'automatic*') { $code = Write-ServiceDelay -Name $At[0] -Delayed ($Was -eq 'automatic_delayed') }
    if ($code -ne 0) { throw (Get-ServiceErrorText -Code $code) }
}

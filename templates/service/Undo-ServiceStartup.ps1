# Gives a service its startup back; gives the reason where that cannot be done.
function Undo-ServiceStartup([string[]] $At, [string] $Was) {
    $words = @{ automatic = 'auto'; automatic_delayed = 'delayed-auto'; manual = 'demand'; disabled = 'disabled' }
    if (-not $words.ContainsKey($Was)) { return "its startup was '$(ConvertTo-Line $Was)'" }
    # the switch for the delay would stay behind, and count again once the service is automatic
    if ($Was -notlike 'automatic*' -and (Read-ServiceStartup $At[0]) -eq 'automatic_delayed') { $null = Write-ServiceStartup $At[0] 'auto' }
    $code = Write-ServiceStartup $At[0] $words[$Was]
    if ($code -ne 0) { throw (Get-ServiceErrorText $code) }
}

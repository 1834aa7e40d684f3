# Has Windows do again what it did when a service failed; gives the reason where that cannot be done.
function Undo-ServiceRecovery([string[]] $At, [string] $Was) {
    if ($Was -notmatch '^\d{1,10}( [0-3] \d{1,10})*$') { return "what Windows did was '$(ConvertTo-Line $Was)'" }
    $reset, $actions = [uint32[]]$Was.Split(' ')
    $code = Write-ServiceRecovery $At[0] $reset ([uint32[]]@($actions))
    if ($code -ne 0) { throw (Get-ServiceErrorText $code) }
}

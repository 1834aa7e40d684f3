# Has a service wait for what it waited for.
function Undo-ServiceDependencies([string[]] $At, [string] $Was) {
    $code = Write-ServiceDependency $At[0] @($Was.Split('/') -ne '')
    if ($code -ne 0) { throw (Get-ServiceErrorText $code) }
}

# Starts or stops a service as it was; gives the reason where that cannot be done.
function Undo-ServiceRun([string[]] $At, [string] $Was) {
    if ($Was -eq 'running') { return Wait-ServiceStart $At[0] }
    if ($Was -ne 'stopped') { return "it was $(ConvertTo-Line $Was)" }
    $null = Wait-ServiceStop $At[0]
}

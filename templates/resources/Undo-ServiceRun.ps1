# Starts or stops a service as it was; gives the reason where that cannot be done.
function Undo-ServiceRun {
    param([Parameter(Mandatory, Position = 0)] [AllowEmptyString()] [string[]] $At, [Parameter(Mandatory, Position = 1)] [AllowEmptyString()] [string] $Was)
    if ($Was -eq 'running') { return Wait-ServiceStart -Name $At[0] }
    if ($Was -ne 'stopped') { return "it was $(ConvertTo-Line $Was)" }
    $null = Wait-ServiceStop -Name $At[0]
}

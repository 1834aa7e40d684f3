# Deletes a route that a fix has made, makes one that it has deleted, or sets its metric back.
function Undo-Route([string[]] $At, [string] $Was) {
    if ($Was -eq 'absent') { return Clear-RouteEntry $At[0] $At[1] $At[2] }
    if ($Was -notmatch '^\d{1,5}\z') { return "it was '$(ConvertTo-Line $Was)'" }
    if ((Get-RouteState $At) -ne 'absent') { Write-RouteMetric $At[0] $At[1] $At[2] $Was }
    else {
        Clear-RouteEntry $At[0] $At[1] $At[2]
        Add-RouteEntry $At[0] $At[1] $At[2] $Was
    }
}

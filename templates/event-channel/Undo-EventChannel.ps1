# Sets something of an event channel back; gives the reason where that cannot be done.
function Undo-EventChannel([string[]] $At, [string] $Was) {
    $value = switch ($At[1]) {
        'enabled' { if ($Was -in 'true', 'false') { $Was -eq 'true' } }
        'size' { if ($Was -match '^[0-9]{7,13}\z') { [long]$Was } }
        'mode' { if ($Was -in 'circular', 'archive', 'retain') { $Was } }
    }
    if ($null -eq $value) { return "it was '$(ConvertTo-Line $Was)'" }
    Write-EventChannel $At[0] $At[1] $value
}

# Enables or disables a device again; gives the reason where that cannot be done.
function Undo-PnpDevice([string[]] $At, [string] $Was) {
    if ($Was -notin 'True', 'False') { return "it was '$(ConvertTo-Line $Was)'" }
    $null = Switch-PnpEntity $At[0] ($Was -eq 'True')
}

# Whether the program in a service's command stands in quotation marks where it has blanks; $null where the service does not exist.
function Read-ServicePathQuoting([string] $Name) {
    $command = Get-ServiceCommand $Name
    if ($null -eq $command) { return }
    if (@(Find-ServiceProgram $command).Count -gt 0) { 'unsafe' } else { 'safe' }
}

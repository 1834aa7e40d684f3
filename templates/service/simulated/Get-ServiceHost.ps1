# Gives the process of a service that starts: that of another running service of its command line where it shares one, else a new one.
function Get-ServiceHost {
    param([string] $Name)
    $service = $global:Windows.services[$Name]
    if ($service.type -eq 'shared') {
        foreach ($other in $global:Windows.services.PSBase.Keys) {
            $row = $global:Windows.services[$other]
            if ($row.type -eq 'shared' -and $row.path -eq $service.path -and $row.processId -ne 0) { return [int]$row.processId }
        }
    }
    $program = if ($service.path -match '^"([^"]+)"') { $Matches[1] } else { $service.path -replace '(?i)^(.+?\.exe)(\s.*)?$', '$1' }
    Add-Process -Name ($program -replace '^.*\\', '' -replace '(?i)\.exe$', '') -Path $program
}

# Writes an event.
function Add-Event {
    param(
        [Parameter(Mandatory)] [string] $Log,
        [Parameter(Mandatory)] [string] $Source,
        [Parameter(Mandatory)] [int] $Id,
        [Parameter(Mandatory)] [string[]] $Values
    )
    $global:Windows.events = [object[]](@($global:Windows.events) + @([ordered]@{ log = $Log; source = $Source; id = $Id; time = [long]$global:Windows.clock.now; values = [object[]]$Values }))
}

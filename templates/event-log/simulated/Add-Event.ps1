# Writes an event.
function Add-Event {
    param(
        [string] $Log,
        [string] $Source,
        [int] $Id,
        [string[]] $Values
    )
    $global:Windows.events = [object[]](@($global:Windows.events) + @([ordered]@{ log = $Log; source = $Source; id = $Id; time = [long]$global:Windows.clock.now; values = [object[]]$Values }))
}

# Starts a process and gives its id.
function Add-Process {
    param(
        [string] $Name,
        [string] $Path
    )
    $id = [int]$global:Windows.nextProcess
    $global:Windows.nextProcess = $id + 4
    $global:Windows.processes[[string]$id] = [ordered]@{ name = $Name; path = $Path; session = 0; started = [long]$global:Windows.clock.now; window = 'none' }
    $id
}

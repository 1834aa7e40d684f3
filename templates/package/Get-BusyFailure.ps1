# The exception of a repair that another installation kept waiting.
## Gives the exception of a repair that another installation kept waiting: by its number (1618, ERROR_INSTALL_ALREADY_RUNNING) a run knows that it is busy.
function Get-BusyFailure([string] $Title, [int] $Tried) {
    $often = switch ($Tried) { 0 { '' } 1 { ', tried once' } default { ", tried $Tried times" } }
    [ComponentModel.Win32Exception]::new(1618, "$Title was not started${often}: another installation is running (1618)")
}

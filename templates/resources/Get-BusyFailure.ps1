# Gives the exception of a repair that another installation kept waiting: by its number (ERROR_INSTALL_ALREADY_RUNNING) a run knows that it is busy.
function Get-BusyFailure {
    param([Parameter(Mandatory)] [string] $Why)
    [ComponentModel.Win32Exception]::new(1618, "${Why}: another installation is running (1618)")
}

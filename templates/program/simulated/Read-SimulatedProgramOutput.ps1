# Stands in for Read-ProgramOutput on the simulated machine.
function Read-SimulatedProgramOutput {
    param([Parameter(Mandatory)] [string] $Path, [string] $Arguments, [hashtable] $Environment, [Parameter(Mandatory)] [timespan] $Timeout)
    $null = $Environment
    Enter-Effect -Name 'Read-ProgramOutput'
    if (-not $global:Windows.files.Contains($Path)) { throw [System.ComponentModel.Win32Exception]::new(2, 'The system cannot find the file specified') }
    if ($Path -notlike '*\winget.exe') { throw "the simulated Windows does not know what $Path tells" }
    Enter-WingetQuery -Arguments $Arguments -Timeout $Timeout
}

# Stands in for Get-CarriedFile on the simulated machine, whose Intune has put an app's files there.
function Get-SimulatedCarriedFile {
    param([string] $Path)
    Enter-Effect -Name 'Get-CarriedFile'
    "C:\Windows\IMECache\App\$Path"
}

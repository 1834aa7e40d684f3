# Stands in for Get-SecretText on the simulated machine.
function Get-SimulatedSecretText {
    param([string] $Path)
    Enter-Effect -Name 'Get-SecretText'
    if ($global:Windows.files.Contains($Path)) { [string]$global:Windows.files[$Path].content }
}

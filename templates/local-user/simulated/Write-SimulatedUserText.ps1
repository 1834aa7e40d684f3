# Stands in for Write-UserText on the simulated machine.
function Write-SimulatedUserText {
    param([string] $Name, [int] $Level, [string] $Text)
    Enter-Effect -Name 'Write-UserText' -Text "$Name $Level $Text" -Change
    Confirm-Administrator -Name $Name -There
    if ($Level -eq 1011) { $global:Windows.users[$Name].fullName = $Text } else { $global:Windows.users[$Name].description = $Text }
    Add-Story "the account $Name has the text $Text"
}

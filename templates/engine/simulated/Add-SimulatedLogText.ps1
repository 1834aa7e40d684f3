# Stands in for Add-LogText on the simulated machine.
function Add-SimulatedLogText {
    param([string] $Path, [string] $Text)
    Enter-Effect -Name 'Add-LogText' -Text $Path -Change -Own
    Confirm-Write -Path $Path
    $old = $global:Windows.files[$Path]
    Write-FileRow -Path $Path -Content ($(if ($null -eq $old) { '' } else { [string]$old.content }) + $Text)
}

# Stands in for Add-JournalText on the simulated machine.
function Add-SimulatedJournalText {
    param([string] $Path, [string] $Text)
    Enter-Effect -Name 'Add-JournalText' -Text $Path -Change -Own
    Confirm-Write -Path $Path
    $old = $global:Windows.files[$Path]
    Write-FileRow -Path $Path -Content ($(if ($null -eq $old) { '' } else { [string]$old.content }) + $Text)
}

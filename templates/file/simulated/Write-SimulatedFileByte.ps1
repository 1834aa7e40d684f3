# Stands in for Write-FileByte on the simulated machine.
function Write-SimulatedFileByte {
    param([object] $File, [byte[]] $Data)
    Enter-Effect -Name 'Write-FileByte' -Text $File.Path -Change
    $text = [System.Text.UTF8Encoding]::new($false).GetString($Data)
    if ([Convert]::ToBase64String([System.Text.UTF8Encoding]::new($false).GetBytes($text)) -eq [Convert]::ToBase64String($Data)) { Write-FileRow -Path $File.Path -Content $text }
    else { Write-FileRow -Path $File.Path -Content ([Convert]::ToBase64String($Data)) -Encoding 'base64' }
}

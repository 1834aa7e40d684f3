# Stands in for Write-FileByte on the simulated machine.
function Write-SimulatedFileByte {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]] $Data)
    Enter-Effect -Name 'Write-FileByte' -Text $Path -Change
    Confirm-Write -Path $Path
    if ($global:Windows.files.Contains($Path)) { throw [System.IO.IOException]::new("The file '$Path' already exists.") }
    $text = [System.Text.UTF8Encoding]::new($false).GetString($Data)
    if ([Convert]::ToBase64String([System.Text.UTF8Encoding]::new($false).GetBytes($text)) -eq [Convert]::ToBase64String($Data)) { Write-FileRow -Path $Path -Content $text }
    else { Write-FileRow -Path $Path -Content ([Convert]::ToBase64String($Data)) -Encoding 'base64' }
}

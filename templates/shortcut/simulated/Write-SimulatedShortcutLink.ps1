# Stands in for Write-ShortcutLink on the simulated machine: JSON behind the header, [MS-SHLLINK] 2.1.
function Write-SimulatedShortcutLink {
    param([string] $Path, [hashtable] $Fields)
    Enter-Effect -Name 'Write-ShortcutLink' -Text $Path -Change -Own
    Confirm-Write -Path $Path
    $link = [ordered]@{ TargetPath = ''; Arguments = ''; WorkingDirectory = ''; IconLocation = ',0'; Description = '' }
    $row = $global:Windows.files[$Path]
    if ($null -ne $row) {
        $bytes = [byte[]](Get-ContentByte -Row $row)
        $old = ConvertFrom-Json ([System.Text.UTF8Encoding]::new($false).GetString([byte[]]$bytes[20..($bytes.Length - 1)]))
        foreach ($name in @($link.Keys)) { $link[$name] = [string]$old.$name }
    }
    foreach ($name in $Fields.Keys) { $link[$name] = [string]$Fields[$name] }
    $header = [Convert]::FromBase64String('TAAAAAEUAgAAAAAAwAAAAAAAAEY=')
    $data = [System.Text.UTF8Encoding]::new($false).GetBytes((ConvertTo-Json $link -Compress))
    Write-FileRow -Path $Path -Content ([Convert]::ToBase64String([byte[]]($header + $data))) -Encoding 'base64'
}

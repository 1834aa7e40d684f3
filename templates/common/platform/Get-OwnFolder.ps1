# A folder of Windows; a 32-bit process is told another Program Files.
function Get-OwnFolder([string] $Name) {
    #remedyc:every-host
    if ($Name -ne 'ProgramFiles') { return [Environment]::GetFolderPath($Name) }
    $key = Open-RegistryKey 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion'
    try { $key.GetValue('ProgramFilesDir') } finally { $key.Dispose() }
}

# Why a registry key cannot be given another owner, or nothing.
## What Windows Resource Protection guards belongs to TrustedInstaller, which alone may change it (learn.microsoft.com/windows/win32/wfp/about-windows-file-protection).
function Find-RegistryKeyOwnerBlocker([string] $Key, [int] $View = 64) {
    if (-not (Test-Elevation)) { return 'only an administrator gives it another owner' }
    if ((Read-RegistryKeyOwner $Key $View) -eq 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464') { 'Windows protects it, it belongs to TrustedInstaller' }
}

# The Win32 error inside an HRESULT (0x80070643 is 1603).
## Gives the Win32 error inside an HRESULT (0x80070643 is 1603); other codes as they are.
## The Win32 error inside an exit code that is an HRESULT (0x80070643 is 1603); other codes as they are.
function ConvertFrom-InstallerCode([int] $Code) { if (($Code -band 0xFFFF0000) -eq 0x80070000) { $Code -band 0xFFFF } else { $Code } }

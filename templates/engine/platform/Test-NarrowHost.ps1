## True when this is a 32-bit process on a 64-bit Windows.
function Test-NarrowHost {
    #remedyc:every-host
    [Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess
}

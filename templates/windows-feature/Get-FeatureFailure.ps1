# What an exit code of dism.exe means.
## 0x800F081F, 0x800F0906, 0x800F0907: Microsoft Learn, ".NET Framework 3.5 installation errors". 0x800F0954: the files were asked of WSUS. 0x800F080C: CBS_E_UNKNOWN_UPDATE. 0x800F0825: CBS_E_CANNOT_UNINSTALL.
function Get-FeatureFailure([int] $Code, [timespan] $Timeout) {
    $text = if ([Math]::Abs($Code) -gt 0xFFFF) { '0x{0:X8}' -f $Code } else { "$Code" }
    switch ($text) {
        '1460' { "dism.exe did not end within $(Format-Duration $Timeout)" }
        '0x800F080C' { "dism.exe returned ${text}: this Windows has none of that name" }
        { $_ -in '0x800F081F', '0x800F0906', '0x800F0907', '0x800F0954' } { "dism.exe returned ${text}: its files were not found; name a folder that has them as source, or let the machine ask Windows Update" }
        #remedyc:only WindowsCapability.Absent
        '0x800F0825' { "dism.exe returned ${text}: it is a lasting part of this Windows" }
        #remedyc:end
        default { "dism.exe returned $text, see %SystemRoot%\Logs\DISM\dism.log" }
    }
}

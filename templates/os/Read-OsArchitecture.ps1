# Gives x64, x86 or arm64: that of Windows, not of this process.
function Read-OsArchitecture {
    $words = @{ AMD64 = 'x64'; x86 = 'x86'; ARM64 = 'arm64' }
    $kind = Read-SystemValue 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment' 'PROCESSOR_ARCHITECTURE' -Required
    if (-not $words.ContainsKey($kind)) { throw "the processor architecture is unknown: $(ConvertTo-Line $kind)" }
    $words[$kind]
}

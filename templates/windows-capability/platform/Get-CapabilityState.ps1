# The state of a capability of Windows as dism.exe says it in English, nothing where this Windows has none of that name.
## /English, /Online: Microsoft Learn, "DISM Global Options for Command-Line Syntax"; /Get-CapabilityInfo: "DISM Capabilities Package Servicing Command-Line Options". CIM has no class for capabilities, and a call
## of DISM's own API could not be ended after a time. 0x800F080C: CBS_E_UNKNOWN_UPDATE. In UTF-8 and every OEM code page the line of the state is ASCII.
function Get-CapabilityState([string] $Name) {
    # a quotation mark would end the argument
    if ($Name.Contains('"')) { throw "there is no capability $Name" }
    $run = Get-ProgramOutput "$([Environment]::SystemDirectory)\dism.exe" "/English /Online /Get-CapabilityInfo /CapabilityName:`"$Name`"" @{} ([timespan]'00:05:00')
    if ($run.TimedOut) { throw "dism.exe did not tell the state of $Name within 5 min and was ended" }
    if ($run.ExitCode -eq -2146498548) { return }
    if ($run.ExitCode -ne 0) { throw ('dism.exe does not tell the state of {0}: it returned 0x{1:X}' -f $Name, $run.ExitCode) }
    $line = [regex]::Match([Text.Encoding]::ASCII.GetString($run.Output), '(?m)^State\s*:[ \t]*(\S[^\r\n]*?)\s*$')
    if (-not $line.Success) { throw "dism.exe does not tell the state of $Name" }
    $line.Groups[1].Value
}

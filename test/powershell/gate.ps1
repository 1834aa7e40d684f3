# The parser's side of gate.ts, in genuine PowerShell: its own compiler makes the classes of gate/, which walk the trees of its own parser.
# What was compiled is kept in bin/ under a name made of the sources, since compiling takes ten times as long as the rest of the start.
$ErrorActionPreference = 'Stop'
$sources = [System.IO.Directory]::GetFiles([System.IO.Path]::Combine($PSScriptRoot, 'gate'), '*.cs')
[array]::Sort($sources)
$hash = [System.Security.Cryptography.IncrementalHash]::CreateHash('SHA256')
foreach ($source in $sources) { $hash.AppendData([System.IO.File]::ReadAllBytes($source)) }
$assembly = [System.IO.Path]::Combine($PSScriptRoot, 'bin', "gate-$([Convert]::ToHexString($hash.GetHashAndReset()).Substring(0, 16)).dll")
if (-not [System.IO.File]::Exists($assembly)) {
    [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($assembly))
    # Several processes may begin at once: each compiles into a file of its own, and one of them gives it the name.
    $own = "$assembly.$PID"
    Add-Type -Path $sources -CompilerOptions '/nullable:enable' -OutputAssembly $own -OutputType Library
    [System.IO.File]::Move($own, $assembly, $true)
}
[void][System.Reflection.Assembly]::LoadFrom($assembly)
[Remedyc.ParserGate.GateServer]::Run()

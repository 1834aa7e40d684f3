# Brings template functions, with all that they call, into a Pester file, and the rules that hold in compiled scripts. Dot-source it in BeforeAll:
# what stands at the top of a Pester file holds while tests are found, not while they run.
param([Parameter(Mandatory)] [string[]] $Functions)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$templates = @{}
# Of every room what scripts hold, and of the engine's words those of a repair: no stand-ins, no frames, no probe.
foreach ($path in [IO.Directory]::GetFiles("$PSScriptRoot/../../../templates", '*.ps1', 'AllDirectories')) {
    if ($path.Replace('\', '/') -match '/templates/(simulator|probe|[^/]+/(simulated|frame|detect|discover))/') { continue }
    $templates[[IO.Path]::GetFileNameWithoutExtension($path)] = $path
}
$left = [Collections.Generic.Queue[string]]::new($Functions)
$taken = @{}
while ($left.Count -gt 0) {
    $name = $left.Dequeue()
    if ($taken.ContainsKey($name)) { continue }
    if (-not $templates.ContainsKey($name)) { throw "there is no template $name" }
    $taken[$name] = $true
    . $templates[$name]
    # By their text, which also takes what a comment names: a walk over the syntax trees costs more than what it would leave out.
    foreach ($word in [regex]::Matches([IO.File]::ReadAllText($templates[$name]), '\b[A-Z][A-Za-z]+(-[A-Z][A-Za-z0-9]+)?\b')) {
        if ($templates.ContainsKey($word.Value)) { $left.Enqueue($word.Value) }
    }
}

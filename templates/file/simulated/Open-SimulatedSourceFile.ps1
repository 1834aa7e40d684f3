# Stands in for Open-SourceFile on the simulated machine.
function Open-SimulatedSourceFile {
    param([string] $Path, [scriptblock] $Body)
    Enter-Effect -Name 'Open-SourceFile'
    $null = Open-FileRow -Path $Path
    & $Body
}

# Gives the arguments with which this script starts itself again; detection has no parameters.
function Get-RestartArgument {
    param([Parameter(Mandatory)] [string] $Path)
    '-NoProfile', '-NonInteractive', '-File', $Path
    if ($script:Remedy['Bound'].ContainsKey('Verbose') -and $script:Remedy['Bound']['Verbose']) { '-Verbose' }
}

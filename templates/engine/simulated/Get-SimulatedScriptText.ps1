# Stands in for Get-ScriptText on the simulated machine, to which the name and version of a script are all of its text.
function Get-SimulatedScriptText([object] $Cmdlet) {
    Enter-Effect -Name 'Get-ScriptText'
    "# $($Remedy.Name) $($Remedy.Version)"
}

# Stands in for Invoke-ScriptText on the simulated machine.
function Invoke-SimulatedScriptText {
    param([Parameter(Mandatory)] [string] $Text, [Parameter(Mandatory)] [timespan] $Timeout)
    # a script's text may be indented otherwise than its source
    $plain = { param($Source) ([string]$Source -replace '\s+', ' ').Trim() }
    $asked = & $plain $Text
    foreach ($name in @($global:Windows.scripts.PSBase.Keys)) {
        $row = $global:Windows.scripts[$name]
        if ((& $plain $row.test) -ceq $asked) {
            Enter-Effect -Name 'Invoke-ScriptText'
            return [pscustomobject]@{ Output = @([bool]$row.holds); Notes = [string[]]@(); Failure = ''; TimedOut = $false }
        }
        if ((& $plain $row.fix) -ceq $asked) {
            $fault = Enter-Effect -Name 'Invoke-ScriptText' -Text $name -Change -Coded
            if ($fault -eq 'fail') { return [pscustomobject]@{ Output = @(); Notes = [string[]]@(); Failure = 'a fault of the simulation'; TimedOut = $false } }
            if ($fault -eq 'time-out') { return [pscustomobject]@{ Output = @(); Notes = [string[]]@(); Failure = ''; TimedOut = $true } }
            if ($row.fixHelps) { $row.holds = $true }
            Add-Story "the fix of script '$name' runs"
            return [pscustomobject]@{ Output = @(); Notes = [string[]]@(); Failure = ''; TimedOut = $false }
        }
    }
    throw "the simulated Windows does not run PowerShell of a remedy's author; say in the scenario's given what it finds ($([int]$Timeout.TotalSeconds) s)"
}

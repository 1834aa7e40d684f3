# The fact 'changed': true when one of these items was fixed since Windows started.
function Test-Changed([string[]] $Id) {
    foreach ($name in (Find-Mark -Hive $Remedy.Hive -Remedy $Remedy.Name -Session).Keys) { if ($name -like 'Changed *' -and $Id -contains $name.Substring(8)) { return $true } }
    $false
}

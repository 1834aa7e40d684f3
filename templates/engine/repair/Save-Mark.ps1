# Writes a mark and remembers it; -Session: until Windows restarts. The first mark of a try writes down which version and parameters tried.
function Save-Mark {
    param([Parameter(Mandatory)] [string] $Name, [string] $Value, [switch] $Session)
    $table = if ($Session) { $script:Remedy.Session } else { $script:Remedy.Marks }
    if (($Name -like 'Check *' -or $Name -like 'Failed*') -and $script:Remedy.Marks['Fingerprint'] -cne (Get-Fingerprint)) { Save-Mark -Name 'Fingerprint' -Value (Get-Fingerprint) }
    Write-Mark -Hive (Get-MarkHive) -Remedy $script:Remedy.Name -Name $Name -Value $Value -Session:$Session
    $table[$Name] = $Value
}

# Writes a mark and remembers it; -Session: until Windows restarts.
function Save-Mark([string] $Name, [string] $Value, [switch] $Session) {
    Write-Mark (Get-MarkHive) $Remedy.Name $Name $Value -Session:$Session
    $Remedy[$(if ($Session) { 'Session' } else { 'Marks' })][$Name] = $Value
}

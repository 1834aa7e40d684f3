# Writes a mark and remembers it; -Session: until Windows restarts.
function Save-Mark {
    param([string] $Name, [string] $Value, [switch] $Session)
    Write-Mark (Get-MarkHive) $script:Remedy.Name $Name $Value -Session:$Session
    $script:Remedy[$(if ($Session) { 'Session' } else { 'Marks' })][$Name] = $Value
}

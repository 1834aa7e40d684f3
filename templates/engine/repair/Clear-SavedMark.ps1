# Deletes a mark, where there is one.
function Clear-SavedMark([string] $Name, [switch] $Session) {
    $table = $Remedy[$(if ($Session) { 'Session' } else { 'Marks' })]
    if (-not $table.ContainsKey($Name)) { return }
    $table.Remove($Name)
    Clear-Mark (Get-MarkHive) $Remedy.Name $Name -Session:$Session
}

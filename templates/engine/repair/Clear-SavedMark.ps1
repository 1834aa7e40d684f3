# Deletes a mark, where there is one.
function Clear-SavedMark {
    param([string] $Name, [switch] $Session)
    $table = $script:Remedy[$(if ($Session) { 'Session' } else { 'Marks' })]
    if (-not $table.ContainsKey($Name)) { return }
    $table.Remove($Name)
    Clear-Mark (Get-MarkHive) $script:Remedy.Name $Name -Session:$Session
}

# Deletes a mark, where there is one.
function Clear-SavedMark {
    param([Parameter(Mandatory)] [string] $Name, [switch] $Session)
    $table = if ($Session) { $script:Remedy.Session } else { $script:Remedy.Marks }
    if (-not $table.ContainsKey($Name)) { return }
    $null = $table.Remove($Name)
    Clear-Mark -Hive (Get-MarkHive) -Remedy $script:Remedy.Name -Name $Name -Session:$Session
}

# Gives the paths of the files and folders that lie directly in a folder, folders first.
function Find-EntryBelow([string] $Path) {
    $prefix = $Path.TrimEnd('\') + '\'
    foreach ($table in $global:Windows.folders, $global:Windows.files) {
        foreach ($entry in @($table.PSBase.Keys)) {
            if ($entry.Length -gt $prefix.Length -and $entry.StartsWith($prefix, [System.StringComparison]::OrdinalIgnoreCase) -and $entry.IndexOf('\', $prefix.Length) -lt 0) { $entry }
        }
    }
}

# Tells whether the script's account may not write to a path: it is denied there or above, or it is no administrator and the path is not its own.
function Test-EntryDenied([string] $Path) {
    $part = Resolve-EntryPath -Path $Path
    if (-not $global:Windows.host.elevated) {
        $own = [string]$global:Windows.specialFolders['UserProfile']
        if ($part -ne $own -and -not $part.StartsWith("$own\", [System.StringComparison]::OrdinalIgnoreCase)) { return $true }
    }
    # The way up is written out: every line of a log asks, and calls for each folder took a fifth of a run.
    while ($true) {
        foreach ($table in $global:Windows.files, $global:Windows.folders) {
            $row = $table[$part]
            if ($null -ne $row -and $row.Contains('denied') -and $row.denied) { return $true }
        }
        if ($part.Length -le 3) { return $false }
        $part = $part.Substring(0, [Math]::Max(3, $part.LastIndexOf([char]'\')))
    }
}

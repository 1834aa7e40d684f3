# Says which folder above a path is a junction or link, or nothing: whoever placed it would say where something is written or removed.
function Find-LinkAbove([string] $Path) {
    for ($end = $Path.LastIndexOf([char]'\'); $end -gt 2; $end = $Path.LastIndexOf([char]'\', $end - 1)) {
        $entry = Get-FileEntry -Path $Path.Substring(0, $end)
        if ($null -ne $entry -and $entry.IsLink) { return "$(ConvertTo-Line $entry.Path) is a junction or link" }
    }
}

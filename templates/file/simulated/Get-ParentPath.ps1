# Gives the folder that a path lies in, $null for a drive.
function Get-ParentPath([string] $Path) {
    $trimmed = $Path.TrimEnd('\')
    if ($trimmed.Length -le 3) { return }
    $above = $trimmed.Substring(0, $trimmed.LastIndexOf([char]'\')).TrimEnd('\')
    if ($above.Length -eq 2 -and $above -match '^[A-Za-z]:$') { "$above\" } else { $above }
}

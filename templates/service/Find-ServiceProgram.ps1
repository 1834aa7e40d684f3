# What Windows may take for the program in a service's command, in its order; nothing where it is quoted or has no blank.
## CreateProcess takes the text up to each blank in turn, with .exe where that has no extension ("CreateProcessW", lpApplicationName): of C:\Program Files\a.exe first C:\Program.exe.
## Those of which there is a file; where there is none yet, the first text that ends in .exe.
function Find-ServiceProgram([string] $Command) {
    $whole = Expand-Path $Command
    if ($whole -notmatch '^[A-Za-z]:\\') { return }
    $texts = @([regex]::Matches($whole, '(?<=\S)(?=\s|$)') | ForEach-Object { $whole.Substring(0, $_.Index) })
    $found = @($texts | Where-Object { (Test-FileEntry $_) -or ($_ -notmatch '\.[^\\.]*$' -and (Test-FileEntry "$_.exe")) })
    if ($found.Count -eq 0) { $found = @($texts | Where-Object { $_.EndsWith('.exe', [StringComparison]::OrdinalIgnoreCase) } | Select-Object -First 1) }
    if ($found.Count -gt 1 -or ($found.Count -eq 1 -and $found[0] -match '\s')) { $found }
    elseif ($found.Count -eq 0 -and $texts.Count -gt 1) { throw "nobody can tell where in $(ConvertTo-Line $Command) the program ends" }
}

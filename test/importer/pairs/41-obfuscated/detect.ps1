$c = -join ([char]105, [char]101, [char]120, [char]32, [char]49)
Invoke-Expression $c
exit 1

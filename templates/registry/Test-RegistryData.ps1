# Whether what stands in the registry is what a remedy wants: same type, same data.
## Text is compared with its case.
function Test-RegistryData([pscustomobject] $Actual, [pscustomobject] $Wanted) {
    if ($Actual.Type -ne $Wanted.Type) { return $false }
    if ($Wanted.Type -eq 'dword') { return $Actual.Data -eq ([long]$Wanted.Data -band 0xFFFFFFFFL) }
    if ($Wanted.Type -eq 'qword') { return $Actual.Data -eq $Wanted.Data }
    $left = @($Actual.Data)
    $right = @($Wanted.Data)
    if ($left.Count -ne $right.Count) { return $false }
    for ($i = 0; $i -lt $left.Count; $i++) {
        $same = if ($left[$i] -is [string]) { Test-Text $left[$i] $right[$i] } else { $left[$i] -eq $right[$i] }
        if (-not $same) { return $false }
    }
    $true
}

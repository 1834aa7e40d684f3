# What a program of the machine answers with these arguments, as the scenario says; nothing where it does not.
function Find-ProgramAnswer([string] $Path, [string] $Arguments) {
    $programs = $global:Windows.programs
    if (-not $programs.Contains($Path) -or -not $programs[$Path].Contains('answers')) { return }
    $there = @($programs[$Path].answers | Where-Object { $null -eq $_.after -or $_.after.done })
    $own = @($there | Where-Object { $null -ne $_.arguments -and $_.arguments -eq $Arguments })
    if ($own.Count -eq 0) { $own = @($there | Where-Object { $null -eq $_.arguments }) }
    if ($own.Count -gt 0) { $own[-1] }
}

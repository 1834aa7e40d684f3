# That a file stands where Windows takes it for the program of a service: nobody knows which of the two is meant.
function Find-ServicePathQuotingBlocker([string] $Name) {
    $command = Get-ServiceCommand $Name
    $programs = @(if ($null -ne $command) { Find-ServiceProgram $command })
    if ($programs.Count -gt 1) { "Windows runs $(ConvertTo-Line $programs[0]) in its place; a person must look who put it there" }
}

# What the simulated winget knows of the package in its arguments, with its id; of one without a row that it is not installed.
function Get-WingetRow([string] $Arguments) {
    $id = if ($Arguments -match ' --id (\S+)') { $Matches[1] } else { throw "winget without an id: $Arguments" }
    $row = $global:Windows.wingetPackages[$id]
    if ($null -eq $row) { $row = [ordered]@{ installed = @(); available = '99.0'; exitCode = 0; duration = 20000; listExitCode = $null; answers = $true } }
    $package = Copy-Table -Value $row
    $package['id'] = $id
    $package
}

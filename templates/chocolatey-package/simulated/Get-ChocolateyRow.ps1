# What the simulated Chocolatey knows of the package in its arguments, with its id; of one without a row that it is not installed.
function Get-ChocolateyRow([string] $Arguments) {
    $id = if ($Arguments -match '^\w+ ([^-]\S*) --limit-output') { $Matches[1] } else { throw "choco without an id: $Arguments" }
    $row = $global:Windows.chocolateyPackages[$id]
    if ($null -eq $row) { $row = [ordered]@{ installed = ''; available = '99.0'; exitCode = 0; duration = 20000; listExitCode = $null; answers = $true } }
    $package = Copy-Table -Value $row
    $package['id'] = $id
    $package
}

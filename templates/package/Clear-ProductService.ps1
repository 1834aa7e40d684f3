# Deletes a service of a product that is forgotten, where its program and account are its own.
## Deletes a service of a product that is forgotten: one whose program lies in the product's own folder, and which logs on as its own virtual account.
## Another account was chosen by a person, who alone can set it up again: such a service stays, as one that may be another product's.
function Clear-ProductService([string] $Name, [pscustomobject] $Package) {
    $configuration = Get-ServiceConfiguration $Name
    if ($null -eq $configuration) { return }
    $root = ([string]$Package.InstallLocation).TrimEnd('\') + '\'
    $isOwn = $root -match '^[A-Za-z]:\\[^\\]' -and ([string]$configuration.Path).TrimStart('"').StartsWith($root, [StringComparison]::OrdinalIgnoreCase)
    if ($isOwn -and $configuration.Account -eq "NT SERVICE\$Name") { return Repair-ServiceAbsence $Name }
    Write-Note "service $Name stays: $(if ($isOwn) { "it logs on as $(ConvertTo-Line $configuration.Account)" } else { 'its program does not lie in the folder of the product' })" -Severity 2
}

# Stands in for Get-FileSignature on the simulated machine.
function Get-SimulatedFileSignature {
    param([string] $Path)
    Enter-Effect -Name 'Get-FileSignature'
    $row = Open-FileRow -Path $Path
    if ($row.Contains('signature')) { [pscustomobject]@{ Status = [string]$row.signature.status; Subject = [string]$row.signature.subject; Thumbprint = [string]$row.signature.thumbprint } }
    else { [pscustomobject]@{ Status = 'NotSigned'; Subject = $null; Thumbprint = $null } }
}

# Stands in for Find-StoreCertificate on the simulated machine.
function Find-SimulatedStoreCertificate([string] $Store) {
    Enter-Effect -Name 'Find-StoreCertificate'
    $above = (Get-CertificateKey -Store $Store -Thumbprint '-').TrimEnd('-')
    foreach ($key in @($global:Windows.registry.PSBase.Keys)) { if ($key.StartsWith($above, [StringComparison]::OrdinalIgnoreCase)) { $key.Substring($above.Length) } }
}

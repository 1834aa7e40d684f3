# Stands in for Add-StoreCertificate on the simulated machine. One that a scenario gave has a text in the place of its bytes.
function Add-SimulatedStoreCertificate {
    param([string] $Store, [byte[]] $Data)
    Enter-Effect -Name 'Add-StoreCertificate' -Text $Store -Change
    if (-not $global:Windows.host.elevated) { throw [System.Security.Cryptography.CryptographicException]::new('Access is denied.') }
    $one = @{ Subject = 'CN=Sample'; NotAfter = [long]$global:Windows.clock.now + 31536000000; Thumbprint = '' }
    $text = [System.Text.Encoding]::ASCII.GetString($Data)
    if ($text -match '^certificate (\w{40})$') { $one.Thumbprint = $Matches[1] }
    else {
        $real = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new($Data)
        $one = @{ Subject = $real.Subject; NotAfter = [long]($real.NotAfter.ToUniversalTime() - [datetime]::new(621355968000000000L, [System.DateTimeKind]::Utc)).TotalMilliseconds; Thumbprint = $real.Thumbprint }
    }
    $values = (Add-KeyRow -Key (Get-CertificateKey -Store $Store -Thumbprint $one.Thumbprint))['values']
    if ($values.Contains('Data')) { return }
    $values['Subject'] = [ordered]@{ type = 'String'; data = $one.Subject }
    $values['NotAfter'] = [ordered]@{ type = 'QWord'; data = $one.NotAfter }
    $values['HasPrivateKey'] = [ordered]@{ type = 'DWord'; data = 0 }
    $values['Data'] = [ordered]@{ type = 'String'; data = [Convert]::ToBase64String($Data) }
    Add-Story "certificate $($one.Thumbprint) is added to $Store"
}

$settings = @(
    @{ Path = 'HKLM:\SOFTWARE\Policies\Contoso\App'; Name = 'Telemetry'; Value = 0; Type = 'DWord' },
    @{ Path = 'HKLM:\SOFTWARE\Policies\Contoso\App'; Name = 'Channel'; Value = 'Stable'; Type = 'String' },
    @{ Path = 'HKLM:\SOFTWARE\Policies\Contoso\App\Update'; Name = 'Auto'; Value = 1; Type = 'DWord' }
)
$ok = $true
foreach ($s in $settings) {
    $current = Get-ItemProperty -Path $s.Path -Name $s.Name -ErrorAction SilentlyContinue
    if ($current.($s.Name) -ne $s.Value) { $ok = $false }
}
if ($ok) { Write-Output 'Compliant'; exit 0 }
Write-Output 'Not compliant'
exit 1

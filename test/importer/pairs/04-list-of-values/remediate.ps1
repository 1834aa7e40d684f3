$settings = @(
    @{ Path = 'HKLM:\SOFTWARE\Policies\Contoso\App'; Name = 'Telemetry'; Value = 0; Type = 'DWord' },
    @{ Path = 'HKLM:\SOFTWARE\Policies\Contoso\App'; Name = 'Channel'; Value = 'Stable'; Type = 'String' },
    @{ Path = 'HKLM:\SOFTWARE\Policies\Contoso\App\Update'; Name = 'Auto'; Value = 1; Type = 'DWord' }
)
foreach ($s in $settings) {
    if (-not (Test-Path $s.Path)) { New-Item $s.Path -Force | Out-Null }
    Set-ItemProperty @s -Force
}

$services = 'XblAuthManager', 'XblGameSave', 'XboxNetApiSvc'
$bad = @()
foreach ($name in $services) {
    $s = Get-Service -Name $name -ErrorAction SilentlyContinue
    if ($s.StartType -ne 'Disabled') { $bad += $name }
}
if ($bad.Count -gt 0) { Write-Output "Enabled: $($bad -join ', ')"; exit 1 }
Write-Output 'All are disabled'; exit 0

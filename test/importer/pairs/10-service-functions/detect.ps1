function Write-Log($Message) { Add-Content -Path "$env:ProgramData\Contoso\detect.log" -Value "$(Get-Date) $Message" }
function Test-Agent {
    param([string]$Name)
    $service = Get-Service -Name $Name -ErrorAction SilentlyContinue
    if ($null -eq $service) { return $false }
    return ($service.Status -eq 'Running')
}
Write-Log 'start'
if (Test-Agent -Name 'WinDefend') { Write-Log 'ok'; Write-Output 'Running'; exit 0 }
else { Write-Log 'not running'; Write-Output 'Stopped'; exit 1 }

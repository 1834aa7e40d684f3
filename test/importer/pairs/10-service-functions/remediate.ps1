function Write-Log { param($Message) Write-Host $Message }
Write-Log "Starting"
try { Start-Service -Name WinDefend -ErrorAction Stop; Write-Log "Started" }
catch { Write-Log $_.Exception.Message; exit 1 }

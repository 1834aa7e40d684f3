$failure = ''
Push-Location
try {
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  #remedyc:start
}
catch { $failure = "$($_.Exception.Message)" -replace '\s+', ' ' }
finally { Pop-Location }
if ($failure) {
  "FAILED $($Settings.Id): $failure"
  exit 1
}

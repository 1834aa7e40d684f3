$list = winget list --id 7zip.7zip --exact --accept-source-agreements
if ($list -match '7zip.7zip') { Write-Output 'there'; exit 0 }
Write-Output 'missing'; exit 1

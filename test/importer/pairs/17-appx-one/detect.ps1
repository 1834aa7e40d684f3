if (Get-AppxPackage -AllUsers -Name 'Microsoft.BingNews') { Write-Output 'Installed'; exit 1 }
else { Write-Output 'Gone'; exit 0 }

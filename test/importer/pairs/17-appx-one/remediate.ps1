Get-AppxPackage -AllUsers -Name 'Microsoft.BingNews' | Remove-AppxPackage -AllUsers
Get-AppxProvisionedPackage -Online | Where-Object { $_.DisplayName -eq 'Microsoft.BingNews' } | Remove-AppxProvisionedPackage -Online

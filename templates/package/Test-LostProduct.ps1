# Whether Windows Installer lacks a product's package (1612) or the product (1605, 1614).
## Tells whether Windows Installer refused to remove a product since its package is gone (1612), or does not know it any more (1605, 1614).
function Test-LostProduct([pscustomobject] $Package, [Management.Automation.ErrorRecord] $Failure) {
    $cause = $Failure.Exception.GetBaseException()
    $Package.Installer -eq 'msi' -and $cause -is [ComponentModel.Win32Exception] -and ([ComponentModel.Win32Exception]$cause).NativeErrorCode -in 1605, 1612, 1614
}

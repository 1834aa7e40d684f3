# Gives workstation, server or domain_controller.
function Read-OsProductType {
    $words = @{ WinNT = 'workstation'; ServerNT = 'server'; LanmanNT = 'domain_controller' }
    $kind = Read-SystemValue 'SYSTEM\CurrentControlSet\Control\ProductOptions' 'ProductType' -Required
    if (-not $words.ContainsKey($kind)) { throw "the product type of Windows is unknown: $(ConvertTo-Line $kind)" }
    $words[$kind]
}

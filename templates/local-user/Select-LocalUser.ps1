# The accounts of this computer as remedies name them: those of Windows by their English names, others as '.\name'.
function Select-LocalUser {
    if ((Read-SystemValue 'SYSTEM\CurrentControlSet\Control\ProductOptions' 'ProductType') -eq 'LanmanNT') { throw 'a domain controller has no accounts of its own' }
    foreach ($user in Find-User) {
        switch ($user.Number) {
            500 { 'Administrator' }
            501 { 'Guest' }
            503 { 'DefaultAccount' }
            default { ".\$($user.Name)" }
        }
    }
}

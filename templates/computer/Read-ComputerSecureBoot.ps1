# Whether Windows was started by Secure Boot. Firmware without it (BIOS) has no such value.
function Read-ComputerSecureBoot { (Read-SystemValue 'SYSTEM\CurrentControlSet\Control\SecureBoot\State' 'UEFISecureBootEnabled') -eq 1 }

# The computer's name, the one that counts until a restart.
function Read-ComputerName {
    Read-SystemValue 'SYSTEM\CurrentControlSet\Control\ComputerName\ActiveComputerName' 'ComputerName' -Required
}

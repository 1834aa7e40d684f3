# Who made this computer, as its firmware has it; empty where it does not say.
function Read-ComputerManufacturer { (Get-ComputerModel).Manufacturer }

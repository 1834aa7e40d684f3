# The model of this computer, as its firmware has it; empty where it does not say.
function Read-ComputerModel { (Get-ComputerModel).Model }

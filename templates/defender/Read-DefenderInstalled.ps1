# Whether Windows has Microsoft Defender Antivirus, running or not.
function Read-DefenderInstalled { $null -ne (Get-DefenderInstance 'MSFT_MpComputerStatus') }

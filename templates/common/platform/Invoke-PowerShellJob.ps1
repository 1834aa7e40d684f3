# What a block, which gives its process id first, gives in a Windows PowerShell of its own, within so many seconds.
## For commands and objects that have no time limit of their own, or that PowerShell 7 cannot load: Appx, by 7.1 and later on many builds of Windows (PowerShell/PowerShell, issue 13138); the compatibility session turns
## what it gives into texts. -PSVersion 5.1 is accepted by 5.1 (RemotingCommandUtil.CheckPSVersion) as by 7 ("Start-Job"). What is given up may still come to its end: Windows does such work in a service.
function Invoke-PowerShellJob([int] $Seconds, [scriptblock] $Block, [string[]] $Argument = @()) {
    $job = Start-Job -PSVersion '5.1' -ScriptBlock $Block -ArgumentList $Argument
    try {
        if ($null -eq (Wait-Job -Job $job -Timeout $Seconds)) {
            # a command that hangs cannot be stopped, its process can
            foreach ($id in Receive-Job -Job $job | Select-Object -First 1) { [Diagnostics.Process]::GetProcessById($id).Kill() }
            throw "Windows did not answer within $Seconds s"
        }
        Receive-Job -Job $job | Select-Object -Skip 1
    }
    finally { Remove-Job -Job $job -Force -WhatIf:$false -Confirm:$false }
}

# Before the first step: the right host and the rights, then the marks of earlier runs. Detection creates nothing.
function Initialize-Remedy {
    Initialize-State -Preview $true
    Confirm-Bitness
    Confirm-Right
    $null = Import-Mark
    #remedyc:only Context.Stops
    $script:Remedy['Left'] = @(Get-StoppedName)
    #remedyc:end
}

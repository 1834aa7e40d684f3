# What an exit code of Chocolatey means.
## "Exit Codes" of its commands (docs.chocolatey.org/en-us/choco/commands); others are those of a package's installer. 2 with the feature useEnhancedExitCodes.
function Get-ChocolateyFailure([int] $Code) {
    switch ($Code) {
        { $_ -in -1, 1 } { "an error has occurred, which logs\chocolatey.log in its folder tells ($Code)"; break }
        #remedyc:only Invoke-ChocolateyChange
        2 { 'its sources have nothing newer (2)'; break }
        1602 { 'somebody cancelled it (1602)'; break }
        1603 { 'the installer failed (1603)'; break }
        #remedyc:end
        default { "it returned $Code" }
    }
}

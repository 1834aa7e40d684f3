# Ends the log of a failed installation as Windows Installer does.
function Write-SetupEnd {
    param(
        [System.Collections.Generic.List[string]] $Log,
        [int] $Code
    )
    $time = (ConvertFrom-Time -Time $global:Windows.clock.now).ToString('H:mm:ss', [cultureinfo]::InvariantCulture)
    $Log.Add("Action ended ${time}: InstallFinalize. Return value 3.")
    $Log.Add("Action ended ${time}: INSTALL. Return value 3.")
    $Log.Add("MSI (s) (A4:10) [${time}:000]: MainEngineThread is returning $Code")
}

# The path of choco.exe below %ProgramData%, if nobody besides administrators could change it or what it loads.
## That is where its setup puts it and protects it; a folder that somebody has chosen instead it leaves as it is (github.com/chocolatey/choco/issues/398).
## Beside it lie what it loads (extensions, helpers, hooks), its sources (config) and the scripts that packages run when they are upgraded or uninstalled (lib).
## From 2.0 on 'list' means what is installed; before, it asked the sources (github.com/chocolatey/choco/issues/158).
function Find-Chocolatey {
    #remedyc:only Context.User
    if ($Remedy.Context -eq 'user') { throw 'Chocolatey packages are installed by SYSTEM: the remedy must not have context: user' }
    #remedyc:end
    $folder = "$(Get-SpecialFolder 'CommonApplicationData')\chocolatey"
    if (-not (Test-FileEntry "$folder\choco.exe")) { throw "Chocolatey is not there: $folder\choco.exe does not exist" }
    $refusal = Find-PathWriter "$folder\choco.exe"
    if ($refusal) { throw $refusal }
    foreach ($part in 'config', 'extensions', 'helpers', 'hooks', 'lib') {
        $security = Get-PathSecurity "$folder\$part"
        if ($null -eq $security) { continue }
        # add a file or a folder, delete what is there, take it over
        $writer = if (Test-TrustedSid $security.Owner) { Find-ForeignWriter $security 0x500D0046 } else { $security.Owner }
        if ($writer -or $security.Reparse) { throw "$folder\$part $(if ($writer) { "may be changed by $writer" } else { 'is a junction or link' }), so Chocolatey is not safe to run; let administrators alone write there" }
    }
    $version = Get-FileVersion "$folder\choco.exe"
    if ($version -lt [version]'2.0') { throw "Chocolatey $version is too old: install 2.0 or newer" }
    "$folder\choco.exe"
}

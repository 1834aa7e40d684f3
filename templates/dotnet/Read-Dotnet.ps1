# Reads the version of .NET Framework 4.5 or later; $null when none is installed.
# Lowest Release number of each version, from Microsoft, "Determine which .NET Framework versions are installed": a higher number is that version or a later one.
function Read-Dotnet {
    param([Parameter(Mandatory)] [ValidateSet('version')] [string] $Property)

    $release = Read-SystemValue -Path 'SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' -Name 'Release'
    $lowest = [ordered]@{
        '4.8.1.0' = 533320; '4.8.0.0' = 528040; '4.7.2.0' = 461808; '4.7.1.0' = 461308; '4.7.0.0' = 460798; '4.6.2.0' = 394802
        '4.6.1.0' = 394254; '4.6.0.0' = 393295; '4.5.2.0' = 379893; '4.5.1.0' = 378675; '4.5.0.0' = 378389
    }
    foreach ($text in $lowest.Keys) {
        if ($null -ne $release -and $release -ge $lowest[$text]) { return [version]$text }
    }
    Write-Note -Text "no $Property of .NET Framework 4.5 or later is installed"
}

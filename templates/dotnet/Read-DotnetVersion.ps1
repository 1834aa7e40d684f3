# The version of .NET Framework 4.5 or later, $null where there is none.
## The highest whose lowest Release number is reached.
## Numbers: Microsoft, "Determine which .NET Framework versions are installed".
function Read-DotnetVersion {
    $release = Read-SystemValue 'SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' 'Release'
    $lowest = [ordered]@{
        '4.8.1.0' = 533320; '4.8.0.0' = 528040; '4.7.2.0' = 461808; '4.7.1.0' = 461308; '4.7.0.0' = 460798; '4.6.2.0' = 394802
        '4.6.1.0' = 394254; '4.6.0.0' = 393295; '4.5.2.0' = 379893; '4.5.1.0' = 378675; '4.5.0.0' = 378389
    }
    foreach ($text in $lowest.Keys) { if ($release -ge $lowest[$text]) { return [version]$text } }
}

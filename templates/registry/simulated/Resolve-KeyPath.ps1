# Gives the physical path of a registry key: HKCU is the hive of the script's account, the 32-bit view of HKLM\SOFTWARE lies below WOW6432Node.
function Resolve-KeyPath([string] $Hive, [string] $Path, [int] $View = 64) {
    $root = if ($Hive -eq 'HKCU') { 'HKU\' + $global:Windows.host.account } else { $Hive }
    $key = "$root\$($Path.Trim('\'))".TrimEnd('\')
    if ($View -eq 32 -and $global:Windows.host.systemBits -eq 64 -and $key -match '^HKLM\\SOFTWARE\\(?!WOW6432Node(\\|$))(.+)$') { $key = 'HKLM\SOFTWARE\WOW6432Node\' + $Matches[2] }
    $key
}

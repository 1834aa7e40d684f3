# Gives an installer's exit code with its meaning, where it is documented: '1603 (fatal error during the installation)'.
function Get-InstallerText([int] $Code) {
    $texts = (Get-InstallerRule).Exit
    if ($texts.ContainsKey($Code)) { return "$Code ($($texts[$Code]))" }
    if ($Code -lt 0) { '0x{0:X8}' -f $Code } else { [string]$Code }
}

# An exit code with its meaning: '1603 (fatal error ...)'.
## An installer's exit code with its meaning where it has one: '1603 (fatal error during the installation)'.
function Get-InstallerText([int] $Code) {
    $text = (Get-InstallerRule).Exit[$Code]
    if ($text) { "$Code ($text)" } elseif ($Code -lt 0) { '0x{0:X8}' -f $Code } else { "$Code" }
}

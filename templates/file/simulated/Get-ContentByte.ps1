# Gives the bytes of a file's row.
function Get-ContentByte {
    param([object] $Row)
    $bytes = switch ([string]$Row.encoding) {
        'base64' { , [Convert]::FromBase64String($Row.content) }
        'utf16' { , [byte[]]([System.Text.Encoding]::Unicode.GetPreamble() + [System.Text.Encoding]::Unicode.GetBytes([string]$Row.content)) }
        default { , [System.Text.UTF8Encoding]::new($false).GetBytes([string]$Row.content) }
    }
    , [byte[]]@($bytes)
}

# Gives a registry value's data as the bytes that RSOP tells.
function ConvertTo-RsopByte {
    param([object] $Row)
    switch ([string]$Row.type) {
        'DWord' { [BitConverter]::GetBytes([int](ConvertFrom-ValueRow -Row $Row)) }
        'QWord' { [BitConverter]::GetBytes([long]$Row.data) }
        'MultiString' { [System.Text.Encoding]::Unicode.GetBytes((@($Row.data) -join "`0") + "`0`0") }
        { $_ -in 'Binary', 'None' } { [byte[]]@($Row.data) }
        'Unknown' { }
        default { [System.Text.Encoding]::Unicode.GetBytes([string]$Row.data + "`0") }
    }
}

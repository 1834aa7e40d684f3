# Gives what a program wrote as text, with LF between its lines: by its mark, else as UTF-8 where it is that, else in the code page of consoles.
## A program that starts without a console of its own gets one with the OEM code page ("Console Code Pages", learn.microsoft.com/windows/console/console-code-pages), which the registry names. wsl.exe writes
## UTF-16 without a mark (github.com/microsoft/WSL/issues/4607). A text in an OEM code page that has other than ASCII in it is next to never UTF-8, too.
function ConvertFrom-ProgramByte([byte[]] $Byte) {
    $encoding = switch -Regex ([BitConverter]::ToString($Byte, 0, [Math]::Min(2, $Byte.Length))) {
        '^(FF-FE|(?!00)..-00)' { [Text.Encoding]::Unicode; break }
        '^FE-FF' { [Text.Encoding]::BigEndianUnicode; break }
        default { [Text.UTF8Encoding]::new($false, $true) }
    }
    $text = try { $encoding.GetString($Byte) }
    catch { [Text.Encoding]::GetEncoding([int](Get-RegistryValue HKLM 'SYSTEM\CurrentControlSet\Control\Nls\CodePage' 'OEMCP').Data).GetString($Byte) }
    $text.TrimStart([char]0xFEFF) -replace '\r+\n?', "`n"
}

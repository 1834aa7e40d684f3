# Path and Arguments of a registered command; Windows is never given it whole.
## Gives Path and Arguments of a registered command: the quoted part, or up to the first .exe that exists as a file. Throws for anything else, and where there is none.
## Windows would try C:\Program.exe for an unquoted C:\Program Files\...: so the command is never handed to it as a whole.
function Split-ProgramCommand([string] $Command) {
    $text = $Command.Trim()
    $found = @(foreach ($end in [regex]::Matches($text, '^"[^"]+"(?=\s|$)|(?<=^[^"].*\.exe)(?=\s|$)', 'IgnoreCase')) {
            $after = $end.Index + $end.Length
            $path = Expand-Path $text.Substring(0, $after).Trim('"')
            [pscustomobject]@{ Path = $path; Arguments = $text.Substring($after).Trim(); Exists = $path -match '^[A-Za-z]:\\' -and (Test-FileEntry $path) }
        })
    # where none exists, it is the first one that is missing
    $first = @($found | Where-Object { $_.Exists }) + $found | Select-Object -First 1
    if ($null -eq $first -or $first.Path -notmatch '^[A-Za-z]:\\[^"<>|*?]+\.exe$') { throw "the uninstall command is refused, since it names no program by its full path: $(ConvertTo-Line $Command)" }
    if ((Get-PathPart $first.Path) -in 'cmd.exe', 'powershell.exe', 'pwsh.exe', 'wscript.exe', 'cscript.exe', 'mshta.exe', 'rundll32.exe', 'regsvr32.exe', 'msiexec.exe') {
        throw "the uninstall command is refused, since it runs another program's text: $(ConvertTo-Line $Command)"
    }
    if (-not $first.Exists) { throw "the uninstall program does not exist: $(ConvertTo-Line $first.Path)" }
    $first
}

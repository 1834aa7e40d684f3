# Gives Path and Arguments of a registered command: the quoted part, or up to the first .exe that exists as a file. Throws for anything else.
# Windows would try C:\Program.exe for an unquoted C:\Program Files\...: so the command is never handed to it as a whole.
function Split-ProgramCommand([string] $Command) {
    $text = $Command.Trim()
    $path = ''
    $rest = ''
    if ($text -match '^"([^"]+)"(?:\s+(.*))?$') {
        $path = Expand-Path $Matches[1]
        if ($Matches.ContainsKey(2)) { $rest = $Matches[2] }
    }
    else {
        foreach ($end in [regex]::Matches($text, '\.exe(?=\s|$)', 'IgnoreCase')) {
            $candidate = Expand-Path $text.Substring(0, $end.Index + 4)
            if ($candidate -match '^[A-Za-z]:\\' -and (Test-FileEntry -Path $candidate)) {
                $path = $candidate
                $rest = $text.Substring($end.Index + 4).Trim()
                break
            }
        }
    }
    $shown = ConvertTo-Line $Command
    if ($path -notmatch '^[A-Za-z]:\\[^"<>|*?]+\.exe$') { throw "the uninstall command is refused, since it names no program by its full path: $shown" }
    if ((Get-PathPart -Path $path) -in 'cmd.exe', 'powershell.exe', 'pwsh.exe', 'wscript.exe', 'cscript.exe', 'mshta.exe', 'rundll32.exe', 'regsvr32.exe', 'msiexec.exe') {
        throw "the uninstall command is refused, since it runs another program's text: $shown"
    }
    if (-not (Test-FileEntry -Path $path)) { throw "the uninstall program does not exist: $(ConvertTo-Line $path)" }
    [pscustomobject]@{ Path = $path; Arguments = $rest }
}

# Gives arguments as msiexec reads them: PROPERTY="value", a quotation mark inside written twice.
## Gives arguments as msiexec reads them: PROPERTY="value", with a quotation mark inside the value written twice; anything else by the usual rules.
## msiexec splits its command line itself (Command-Line Options of Windows Installer: public properties).
function ConvertTo-InstallerArgument([string[]] $Argument) {
    $parts = foreach ($one in $Argument) {
        if ($one -match '(?s)^([A-Za-z_][A-Za-z0-9_.]*)=(.*)$') {
            $value = $Matches[2]
            if ($value -match '^[^\s"]+$') { $one } else { '{0}="{1}"' -f $Matches[1], $value.Replace('"', '""') }
        }
        else { ConvertTo-Argument -Argument $one }
    }
    @($parts) -join ' '
}

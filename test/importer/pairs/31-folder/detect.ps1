$folder = "$env:ProgramData\Contoso\Cache"
if (!(Test-Path -Path $folder -PathType Container)) { exit 1 }
exit 0

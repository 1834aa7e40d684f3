try {
    $v = (Get-ItemProperty -Path 'HKLM:\SOFTWARE\Contoso' -Name 'State').State
    if ($v -ne 'on') { exit 1 }
} catch { }
exit 0

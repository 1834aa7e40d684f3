$v = Get-ItemProperty -Path 'HKCU:\Software\Contoso' -Name 'Theme' -ErrorAction SilentlyContinue
if ($v.Theme -eq 'dark') {
    return 0
} else {
    return 1
}

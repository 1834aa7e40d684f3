$free = (Get-PSDrive C).Free / 1GB
if ($free -lt 10) {
    Write-Output "Only $free GB are free"
    exit 1
}
Write-Output "OK"
exit 0

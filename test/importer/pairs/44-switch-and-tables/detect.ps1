#Requires -Version 5.1
[CmdletBinding()]
param()
begin { $result = 'unknown' }
process {
    switch ((Get-Service 'W32Time').StartType) {
        'Automatic' { $result = 'good' }
        'Disabled' { $result = 'bad' }
        default { $result = 'bad' }
    }
}
end {
    Write-Verbose $result
    if ($result -eq 'good') { exit 0 }
    exit 1
}

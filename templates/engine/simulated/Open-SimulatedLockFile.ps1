# Stands in for Open-LockFile on the simulated machine.
function Open-SimulatedLockFile {
    param([string] $Path)
    $row = $global:Windows.files[$Path]
    if ($null -ne $row -and $row.Contains('lockedUntil') -and ([long]$row.lockedUntil -eq -1 -or [long]$row.lockedUntil -gt [long]$global:Windows.clock.now)) {
        Enter-Effect -Name 'Open-LockFile'
        return
    }
    if ($null -ne $row) { Enter-Effect -Name 'Open-LockFile' }
    else {
        Enter-Effect -Name 'Open-LockFile' -Text $Path -Change -Own
        Confirm-Write -Path $Path
        Write-FileRow -Path $Path -Content ''
    }
    [System.IO.MemoryStream]::new()
}

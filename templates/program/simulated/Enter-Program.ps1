# Runs a program of the machine: msiexec, a setup file, an uninstaller, reg.exe or any other; gives what Invoke-Program gives.
function Enter-Program {
    param(
        [string] $Path,
        [string] $Arguments,
        [timespan] $Timeout
    )
    $machine = $global:Windows
    if ($Path -like '*\msiexec.exe') { return Enter-WindowsInstaller -Arguments $Arguments -Timeout $Timeout }
    $model = Find-ProgramModel $Path Change
    if ($model) { return & $model -Arguments $Arguments -Timeout $Timeout }
    $log = if ($Arguments -match '(?i)[/-]log\s+("(?<path>[^"]+)"|(?<path>\S+))') { $Matches['path'] } else { '' }
    if ($machine.media.Contains($Path)) {
        $media = $machine.media[$Path]
        $kind = if ($Arguments -match '(?i)(^|\s)[/-]repair(\s|$)') { 'repair' } else { 'install' }
        return Enter-Job -Kind $kind -Target $Path -LogFile $log -Bundle ($media.kind -eq 'bundle') -Duration $media.outcome.duration -Timeout $Timeout
    }
    foreach ($key in @($machine.products.PSBase.Keys)) {
        $product = $machine.products[$key]
        if ($product.removalProgram -ne '' -and $product.removalProgram -eq $Path) {
            return Enter-Job -Kind 'remove' -Target $key -LogFile $log -Bundle ($product.kind -eq 'bundle') -Duration $product.removal.duration -Timeout $Timeout
        }
    }
    $duration = [long]1000
    $code = 0
    if ($machine.programs.Contains($Path)) {
        $duration = [long]$machine.programs[$Path].duration
        $code = [int]$machine.programs[$Path].exitCode
    }
    $answer = Find-ProgramAnswer $Path $Arguments
    if ($null -ne $answer) {
        $duration = if ($null -eq $answer.duration) { [long]$Timeout.TotalMilliseconds + 1 } else { [long]$answer.duration }
        $code = [int]$answer.exitCode
    }
    if ($duration -gt $Timeout.TotalMilliseconds) {
        Step-Clock -Milliseconds ([long]$Timeout.TotalMilliseconds)
        return [pscustomobject]@{ ExitCode = 1460; TimedOut = $true }
    }
    Step-Clock -Milliseconds $duration
    if ($code -eq 0 -and $machine.programs.Contains($Path) -and $machine.programs[$Path].Contains('sets')) {
        foreach ($setting in @($machine.programs[$Path].sets)) {
            if ($null -ne $setting.arguments -and $setting.arguments -ne $Arguments) { continue }
            (Add-KeyRow -Key $setting.key)['values'][$setting.name] = Copy-Table -Value $setting.value
            Add-Story "$Path sets $($setting.key) $($setting.name)"
        }
    }
    if ($code -eq 0) {
        foreach ($answer in @($machine.programs.Values | Where-Object { $_.Contains('answers') } | ForEach-Object { $_.answers })) {
            if ($null -eq $answer.after -or $answer.after.program -ne $Path) { continue }
            if ($null -eq $answer.after.arguments -or $answer.after.arguments -eq $Arguments) { $answer.after.done = $true }
        }
    }
    [pscustomobject]@{ ExitCode = $code; TimedOut = $false }
}

# Gives the exit code of a process: a bundle ends with HRESULTs for errors (0x80070643 for 1603).
function ConvertTo-SetupCode {
    param(
        [int] $Code,
        [bool] $Bundle
    )
    if ($Bundle -and $Code -notin 0, 3010, 1641) { 0x80070000 -bor $Code } else { $Code }
}

# Throws as CIM does when it does not answer; the time that the question takes passes.
function Confirm-Cim {
    param([bool] $Readable)
    if (-not $Readable) {
        Step-Clock -Milliseconds 20000
        throw [System.TimeoutException]::new('The CIM operation did not end within 20 seconds')
    }
    Step-Clock -Milliseconds 300
}

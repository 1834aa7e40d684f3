# The functions that start a program in a job object and watch both.
function Get-ProcessApi {
    $handle = [IntPtr]
    Get-NativeType 'kernel32' 'ProcessApi' @{
        CreateJobObjectW          = $handle, $handle, $handle
        AssignProcessToJobObject  = [int], $handle, $handle
        TerminateJobObject        = [int], $handle, [int]
        QueryInformationJobObject = [int], $handle, [int], [byte[]], [int], $handle
        CreateProcessW            = [int], [string], $handle, $handle, $handle, [int], [int], $handle, [string], [byte[]], [byte[]]
        ResumeThread              = [int], $handle
        TerminateProcess          = [int], $handle, [int]
        WaitForSingleObject       = [int], $handle, [int]
        GetExitCodeProcess        = [int], $handle, [int].MakeByRefType()
        CloseHandle               = [int], $handle
    }
}

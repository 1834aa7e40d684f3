# 'with ... stopped': stops services and processes before the first fix inside, and starts afterwards exactly the services that ran, whatever happened.
# Among the actions of a check the first action is the fix. Processes are ended, never started: nobody but their user can start them as they were.
function With([scriptblock] $RemedyBody, [Alias('Service')] [string[]] $RemedyService = @(), [Alias('Process')] [string[]] $RemedyProcess = @()) {
    $RemedyFrame = @{ Service = $RemedyService; Process = $RemedyProcess; Suspend = { param($RemedyFrame) Suspend-Frame -Frame $RemedyFrame }; Entered = $false; Trouble = ''; Ran = [Collections.Generic.List[string]]::new() }
    $Remedy.Frames.Add($RemedyFrame)
    if (-not $Remedy.Preview) { Restore-Frame -Frame $RemedyFrame }
    try {
        if ($Remedy.Acting) { Use-Frame }
        & $RemedyBody
    }
    finally {
        $null = $Remedy.Frames.Remove($RemedyFrame)
        Resume-Frame -Frame $RemedyFrame
    }
}

# 'with ... stopped': stops what it names before the first fix inside, and starts the services again.
## 'with ... stopped': stops services and processes before the first fix inside, and starts afterwards exactly the services that ran, whatever happened.
## Among the actions of a check the first action is the fix. Processes are ended, never started: nobody but their user can start them as they were.
function With(
    [scriptblock] $RemedyBody
    #remedyc:only With.Service
    , [Alias('Service')] [string[]] $RemedyService
    #remedyc:end
    #remedyc:only With.Process
    , [Alias('Process')] [string[]] $RemedyProcess
    #remedyc:end
) {
    $RemedyFrame = @{ Suspend = { param($RemedyFrame) Suspend-Frame $RemedyFrame }; Entered = $false; Trouble = '' }
    #remedyc:only With.Process
    $RemedyFrame.Process = $RemedyProcess
    #remedyc:end
    #remedyc:only With.Service
    $RemedyFrame.Service = $RemedyService
    $RemedyFrame.Ran = [Collections.Generic.List[string]]::new()
    if (-not $Remedy.Preview) { Restore-Frame $RemedyFrame }
    #remedyc:end
    $Remedy.Frames.Add($RemedyFrame)
    try {
        if ($Remedy.Acting) { Use-Frame }
        & $RemedyBody
    }
    finally {
        $null = $Remedy.Frames.Remove($RemedyFrame)
        #remedyc:only With.Service
        Resume-Frame $RemedyFrame
        #remedyc:end
    }
}

# 'with ... stopped': stops before the first fix inside, starts again afterwards.
## 'with ... stopped': stops services and processes before the first fix inside, and starts afterwards exactly the services that ran, whatever happened.
## Among the actions of a check the first action is the fix. Processes are ended, never started: nobody but their user can start them as they were.
function With(
    [scriptblock] $Body
    #remedyc:only With.Service
    , [string[]] $Service
    #remedyc:end
    #remedyc:only With.Process
    , [string[]] $Process
    #remedyc:end
) {
    $frame = @{ Suspend = { param($frame) Suspend-Frame $frame }; Entered = $false; Trouble = '' }
    #remedyc:only With.Process
    $frame.Process = $Process
    #remedyc:end
    #remedyc:only With.Service
    $frame.Service = $Service
    $frame.Ran = [Collections.Generic.List[string]]::new()
    if (-not $Remedy.Preview) { Restore-Frame $frame }
    #remedyc:end
    $Remedy.Frames.Add($frame)
    try {
        if ($Remedy.Acting) { Use-Frame }
        & $Body
    }
    finally {
        $null = $Remedy.Frames.Remove($frame)
        #remedyc:only With.Service
        Resume-Frame $frame
        #remedyc:end
    }
}

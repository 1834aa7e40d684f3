# Gives one of running, stopped, starting, stopping, paused: while it is being suspended or resumed it is paused.
function ConvertTo-ServiceState([string] $State) {
    if ($State -in 'pausing', 'continuing') { 'paused' } else { $State }
}

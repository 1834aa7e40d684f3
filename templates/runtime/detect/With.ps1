# 'with ... stopped': nothing is changed here, so nothing is stopped.
function With {
    param(
        [Alias('Service')] [string[]] $RemedyService = @(),
        [Alias('Process')] [string[]] $RemedyProcess = @(),
        [Parameter(Mandatory, Position = 0)] [scriptblock] $RemedyBody
    )
    Write-Verbose -Message ('stopped for a fix inside: ' + ((@($RemedyService) + @($RemedyProcess)) -join ', '))
    & $RemedyBody
}

# Joins the parts of the summary as long as they fit, and says how many did not.
function Join-Summary {
    param([Parameter(Mandatory)] [string] $Head, [Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Part, [Parameter(Mandatory)] [int] $Limit)
    $line = $Head
    for ($index = 0; $index -lt $Part.Count; $index++) {
        $next = if ($index -eq 0) { $Part[$index] } else { '; ' + $Part[$index] }
        $left = $Part.Count - $index - 1
        $reserve = if ($left -eq 0) { 0 } else { ('; and {0} more' -f $left).Length }
        if ($line.Length + $next.Length + $reserve -gt $Limit) { return $line + ('; and {0} more' -f ($left + 1)) }
        $line += $next
    }
    $line
}

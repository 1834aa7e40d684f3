# Lets the next run of this remedy begin.
function Close-Lock {
    if ($script:Remedy.ContainsKey('Lock') -and $null -ne $script:Remedy.Lock) {
        $script:Remedy.Lock.Dispose()
        $script:Remedy.Lock = $null
    }
}

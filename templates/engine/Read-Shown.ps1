# What a message shows of the machine.
function Read-Shown([scriptblock] $Reading) {
    try { & $Reading } catch { '(cannot be read)' }
}

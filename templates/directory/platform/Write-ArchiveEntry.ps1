# Writes what an entry of an archive holds into an open file, through to the disk; never more than the archive says.
function Write-ArchiveEntry([IO.FileStream] $File, [object] $Entry) {
    $from = $Entry.From.Open()
    try {
        $buffer = [byte[]]::new(81920)
        $rest = $Entry.Size
        while (($read = $from.Read($buffer, 0, $buffer.Length)) -gt 0) {
            $rest -= $read
            if ($rest -lt 0) { break }
            $File.Write($buffer, 0, $read)
        }
        if ($rest -ne 0) { throw "$($Entry.Name) in the archive has another size than it says" }
    }
    finally { $from.Dispose() }
    $File.Flush($true)
}

# Deletes a file, also one that is marked read-only; of a link the link itself. One that is absent is no error; throws when it is in use or access is denied.
function Clear-File {
    param([Parameter(Mandatory)] [string] $Path)
    $file = [IO.FileInfo]::new($Path)
    if ($file.Exists) {
        if ($file.IsReadOnly) { $file.IsReadOnly = $false }
        $file.Delete()
    }
}

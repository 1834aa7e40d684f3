# Files and folders in the folder of the probe. The first one makes it.
$folder = $Remedy.Folder
$wine = $Remedy.Wine
$ascii = [Text.Encoding]::ASCII
Probe 'Add-ProtectedFolder' {
    Add-ProtectedFolder -Path $folder
    $security = Get-PathSecurity -Path $folder
    if ($wine -and $security.Owner -eq (Get-UserSid)) { Unreached 'Wine gives every folder to the one user that it has' }
    Expect 'owner' $security.Owner -Is 'S-1-5-32-544'
    Expect 'who has rights' @($security.Rules | ForEach-Object { $_.Sid } | Sort-Object -Unique) -Is @('S-1-5-18', 'S-1-5-32-544')
}
Probe 'Get-FolderSddl' {
    if ($wine -and (Get-PathSecurity -Path $folder).Owner -eq (Get-UserSid)) { Unreached 'Wine gives every folder to the one user that it has' }
    Expect 'of a folder for SYSTEM and Administrators' ((Get-FolderSddl -Path $folder) -like 'O:BAG:*D:P*(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)')
    Expect 'of none' ($null -eq (Get-FolderSddl -Path "$folder\None"))
}
Probe 'Get-PathSecurity' {
    $security = Get-PathSecurity -Path $folder
    Expect 'an owner' ($security.Owner -match '^S-1-')
    Expect 'no junction' $security.Reparse -Is $false
    if ($wine -and $security.Owner -eq (Get-UserSid)) { Unreached 'Wine gives every folder to the one user that it has' }
    $allowed = @($security.Rules | Where-Object { $_.Allow -and ($_.Rights -band 0x1F01FF) -eq 0x1F01FF } | ForEach-Object { $_.Sid } | Sort-Object -Unique)
    Expect 'SYSTEM and administrators have full control' $allowed -Is @('S-1-5-18', 'S-1-5-32-544')
    Expect 'one that is not there' ($null -eq (Get-PathSecurity -Path "$folder\None"))
}
Probe 'Add-Folder' {
    Add-Folder -Path "$folder\Made\Below"
    Expect 'there' (Get-PathEntry -Path "$folder\Made\Below").IsDirectory
    Add-Folder -Path "$folder\Made"
}
Probe 'Get-FolderApi' {
    $api = Get-FolderApi
    $handle = $api::CreateFileW($folder, 1, 7, [IntPtr]::Zero, 3, 0x02200000, [IntPtr]::Zero)
    Expect 'a handle of the folder' $handle.IsInvalid -Is $false
    $handle.Dispose()
}
Probe 'Open-NewFile' {
    $file = Open-NewFile -Path "$folder\abc.txt"
    try {
        ExpectError 'deleting it while it is held' { Clear-Entry -Path "$folder\abc.txt" }
        if (-not $wine) { ExpectError 'renaming the folder meanwhile' { [IO.Directory]::Move($folder, "$folder-moved") } }
    }
    finally { $file.Dispose() }
    ExpectError 'one that exists' { Open-NewFile -Path "$folder\abc.txt" }
    Clear-Entry -Path "$folder\abc.txt"
}
Probe 'Write-FileByte' {
    $file = Open-NewFile -Path "$folder\abc.txt"
    try { Write-FileByte -File $file -Data $ascii.GetBytes('abc') } finally { $file.Dispose() }
    Expect 'length' (Get-PathEntry -Path "$folder\abc.txt").Size -Is 3
}
Probe 'Test-FileEntry' {
    Expect 'a file' (Test-FileEntry -Path "$folder\abc.txt")
    Expect 'a folder' (Test-FileEntry -Path $folder) -Is $false
    Expect 'one that is not there' (Test-FileEntry -Path "$folder\none.txt") -Is $false
}
Probe 'Get-PathEntry' {
    $entry = Get-PathEntry -Path "$folder\abc.txt"
    Expect 'name, kind, link, size' @($entry.Name, $entry.IsDirectory, $entry.IsLink, $entry.Size) -Is @('abc.txt', $false, $false, 3)
    Expect 'written just now' ([Math]::Abs(((Get-Clock) - $entry.WriteTime).TotalMinutes) -lt 10)
    Expect 'one that is not there' ($null -eq (Get-PathEntry -Path "$folder\None\none.txt"))
}
Probe 'Find-FolderEntry' {
    Add-Folder -Path "$folder\List\Folder"
    Add-LogText -Path "$folder\List\file.txt" -Text '12'
    $entries = @(Find-FolderEntry -Path "$folder\List" | Sort-Object -Property Name)
    Expect 'names' @($entries | ForEach-Object { $_.Name }) -Is @('file.txt', 'Folder')
    Expect 'sizes' @($entries | ForEach-Object { $_.Size }) -Is @(2, 0)
    ExpectError 'one that is not there' { Find-FolderEntry -Path "$folder\None" }
}
Probe 'Get-FileByte' {
    Expect 'from the beginning' $ascii.GetString((Get-FileByte -Path "$folder\abc.txt" -Count 2)) -Is 'ab'
    Expect 'from the end' $ascii.GetString((Get-FileByte -Path "$folder\abc.txt" -Offset -2 -Count 9)) -Is 'bc'
}
Probe 'Get-OwnFileByte' {
    Expect 'of a file with one name' $ascii.GetString((Get-OwnFileByte -Path "$folder\abc.txt" -Count 2)) -Is 'ab'
    $null = New-Item -ItemType HardLink -WhatIf:$false -Confirm:$false -Path "$folder\linked.txt" -Value "$folder\abc.txt"
    Expect 'of one with two' ($null -eq (Get-OwnFileByte -Path "$folder\abc.txt" -Count 2))
    Clear-Entry -Path "$folder\linked.txt"
    Expect 'when the other name is gone' (Get-OwnFileByte -Path "$folder\abc.txt" -Count 9).Length -Is 3
    ExpectError 'one that is not there' { Get-OwnFileByte -Path "$folder\none.txt" -Count 1 }
}
Probe 'Receive-WebFile' {
    $path = "$folder\download"
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $address = "https://127.0.0.1:$(([Net.IPEndPoint]$listener.LocalEndpoint).Port)/file"
    try { ExpectError 'a server that never answers' { Receive-WebFile -Url $address -Path $path -Proxy 'direct' -Limit 1MB -Milliseconds 500 } } finally { $listener.Stop() }
    ExpectError 'a port on which nobody listens' { Receive-WebFile -Url $address -Path $path -Proxy 'direct' -Limit 1MB -Milliseconds 20000 }
    Clear-LogFile -Path $path
    try { $answer = Receive-WebFile -Url 'https://www.microsoft.com/' -Path $path -Proxy '' -Limit 16MB -Milliseconds 60000 }
    catch { Unreached "www.microsoft.com does not answer: $($_.Exception.Message)" }
    finally { Clear-LogFile -Path $path }
    Expect "a status ($($answer.Status))" ($answer.Status -in 200, 301, 302, 403)
    "www.microsoft.com answers $($answer.Status)"
}
Probe 'Get-FileSha256' { Expect 'of abc' (Get-FileSha256 -Path "$folder\abc.txt") -Is 'BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD' }
Probe 'Get-FileVersion' {
    Expect 'of a text' ($null -eq (Get-FileVersion -Path "$folder\abc.txt"))
    ExpectError 'of a file that is not there' { Get-FileVersion -Path "$folder\none.txt" }
    $version = Get-FileVersion -Path "$(Get-SpecialFolder -Name 'System')\kernel32.dll"
    Expect "of kernel32.dll ($version)" ($version -ge [version]'6.0')
    "kernel32.dll $version"
}
Probe 'Get-FileSignature' {
    Add-LogText -Path "$folder\unsigned.ps1" -Text "'x'`r`n"
    $signature = Get-FileSignature -Path "$folder\unsigned.ps1"
    Expect 'a script that nobody signed' $signature.Status -Is 'NotSigned'
    Expect 'no certificate' ($null -eq $signature.Subject -and $null -eq $signature.Thumbprint)
    $path = "$(Get-SpecialFolder -Name 'System')\WindowsPowerShell\v1.0\powershell.exe"
    $signature = Get-FileSignature -Path $path
    if ($signature.Status -eq 'NotSigned') { Unreached 'powershell.exe is not signed here' }
    Expect 'status of powershell.exe' $signature.Status -Is 'Valid'
    Expect "subject of powershell.exe ($($signature.Subject))" ($signature.Subject -match '\bO=Microsoft Corporation\b')
    Expect 'thumbprint' ($signature.Thumbprint -match '^[0-9A-F]{40}$')
    $signature.Subject
}
Probe 'Write-FileCopy' {
    $file = Open-NewFile -Path "$folder\copy.txt"
    try { Write-FileCopy -File $file -Source "$folder\abc.txt" } finally { $file.Dispose() }
    Expect 'content' (Get-FileSha256 -Path "$folder\copy.txt") -Is (Get-FileSha256 -Path "$folder\abc.txt")
}
Probe 'Write-FileName' {
    foreach ($text in 'first', 'second') {
        $file = Open-NewFile -Path "$folder\new.$text"
        try {
            Write-FileByte -File $file -Data $ascii.GetBytes($text)
            Write-FileName -File $file -Path "$folder\named.txt"
        }
        finally { $file.Dispose() }
    }
    Expect 'content' $ascii.GetString((Get-FileByte -Path "$folder\named.txt" -Count 99)) -Is 'second'
    Expect 'the earlier names' @((Test-FileEntry -Path "$folder\new.first"), (Test-FileEntry -Path "$folder\new.second")) -Is @($false, $false)
}
Probe 'Copy-FileAccess' {
    $file = [IO.FileInfo]"$folder\named.txt"
    $security = [Security.AccessControl.FileSecurity]::new()
    $security.SetSecurityDescriptorSddlForm('D:PAI(A;;FA;;;SY)(A;;FA;;;BA)', 'Access')
    $extension = 'System.IO.FileSystemAclExtensions' -as [type]
    if ($null -ne $extension) { $extension::SetAccessControl($file, $security) } else { $file.SetAccessControl($security) }
    Copy-FileAccess -Source "$folder\named.txt" -Path "$folder\copy.txt"
    $rules = @((Get-PathSecurity -Path "$folder\copy.txt").Rules)
    if ($wine -and @($rules | Where-Object { $_.Sid -eq (Get-UserSid) }).Count -gt 0) { Unreached 'Wine gives every file to the one user that it has' }
    Expect 'who has rights' @($rules | ForEach-Object { $_.Sid } | Sort-Object -Unique) -Is @('S-1-5-18', 'S-1-5-32-544')
}
Probe 'Clear-Entry' {
    Add-LogText -Path "$folder\goes.txt" -Text 'x'
    $file = [IO.FileInfo]::new("$folder\goes.txt")
    if ($file.Exists) { $file.IsReadOnly = $true }
    Clear-Entry -Path "$folder\goes.txt"
    Expect 'gone, although read-only' (Test-FileEntry -Path "$folder\goes.txt") -Is $false
    Clear-Entry -Path "$folder\goes.txt"
    Add-Folder -Path "$folder\Full\Empty"
    ExpectError 'a folder that is not empty' { Clear-Entry -Path "$folder\Full" }
    Clear-Entry -Path "$folder\Full\Empty"
    Clear-Entry -Path "$folder\Full"
    Expect 'the folder is gone' ($null -eq (Get-PathEntry -Path "$folder\Full"))
}
Probe 'Add-HeldFolder' {
    Add-HeldFolder -Path "$folder\Held"
    Expect 'there' (Get-PathEntry -Path "$folder\Held").IsDirectory
    Expect 'nothing beside it' (Test-FileEntry -Path "$folder\Held.remedyc-new") -Is $false
}
# a/b.txt in it holds abc
Probe 'Open-Archive' {
    $file = Open-NewFile -Path "$folder\one.zip"
    try { Write-FileByte -File $file -Data ([Convert]::FromBase64String('UEsDBBQAAAAAAAAAIVzCQSQ1AwAAAAMAAAAHAAAAYS9iLnR4dGFiY1BLAQIUAxQAAAAAAAAAIVzCQSQ1AwAAAAMAAAAHAAAAAAAAAAAAAACAAQAAAABhL2IudHh0UEsFBgAAAAABAAEANQAAACgAAAAAAA==')) } finally { $file.Dispose() }
    $archive = Open-Archive -Path "$folder\one.zip" -Sha256 'D8C52A20587ECF6B26F7A27291BEA661D2424930644F16EF0ADCE8315F011CAD'
    try {
        Expect 'its entries' @($archive.Entries | ForEach-Object { "$($_.Name) $($_.Size)" }) -Is @('a/b.txt 3')
        ExpectError 'writing to it meanwhile' { Add-LogText -Path "$folder\one.zip" -Text 'x' }
    }
    finally { $archive.Held.Dispose() }
    ExpectError 'another one' { Open-Archive -Path "$folder\one.zip" -Sha256 ('A' * 64) }
}
Probe 'Get-ArchiveSha256' {
    $archive = Open-Archive -Path "$folder\one.zip" -Sha256 'D8C52A20587ECF6B26F7A27291BEA661D2424930644F16EF0ADCE8315F011CAD'
    try { Expect 'of abc' (Get-ArchiveSha256 -Entry $archive.Entries[0]) -Is 'BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD' } finally { $archive.Held.Dispose() }
}
Probe 'Write-ArchiveEntry' {
    $archive = Open-Archive -Path "$folder\one.zip" -Sha256 'D8C52A20587ECF6B26F7A27291BEA661D2424930644F16EF0ADCE8315F011CAD'
    try {
        $file = Open-NewFile -Path "$folder\b.txt"
        try { Write-ArchiveEntry -File $file -Entry $archive.Entries[0] } finally { $file.Dispose() }
    }
    finally { $archive.Held.Dispose() }
    Expect 'content' $ascii.GetString((Get-FileByte -Path "$folder\b.txt" -Count 99)) -Is 'abc'
}
Probe 'Write-ShortcutLink' {
    Write-ShortcutLink -Path "$folder\one.lnk" -Fields @{ TargetPath = "$(Get-SpecialFolder -Name 'System')\notepad.exe"; Arguments = '"a b" c' }
    Write-ShortcutLink -Path "$folder\one.lnk" -Fields @{ IconLocation = 'C:\Windows\System32\imageres.dll,-109' }
    Expect 'its header' ([BitConverter]::ToString((Get-FileByte -Path "$folder\one.lnk" -Count 20))) -Is '4C-00-00-00-01-14-02-00-00-00-00-00-C0-00-00-00-00-00-00-46'
}
Probe 'Get-ShortcutLink' {
    $link = Get-ShortcutLink -Path "$folder\one.lnk"
    Expect 'what was written' @($link.TargetPath, $link.Arguments, $link.IconLocation, $link.Description) -Is @("$(Get-SpecialFolder -Name 'System')\notepad.exe", '"a b" c', 'C:\Windows\System32\imageres.dll,-109', '')
}
Probe 'Open-Entry' {
    Add-Folder -Path "$folder\Real\Inner"
    Add-LogText -Path "$folder\Real\Inner\kept.txt" -Text 'x'
    foreach ($access in 6, 0x10000) { (Open-Entry -Path $folder -Access $access).Dispose() }
    (Open-Entry -Path "$($folder.Substring(0, 3))").Dispose()
    ExpectError 'one that is not there' { Open-Entry -Path "$folder\None" }
    ExpectError 'a path with ..' { Open-Entry -Path "$folder\Real\..\Real" }
    try { $null = New-Item -ItemType Junction -Path "$folder\Junction" -Value "$folder\Real" -WhatIf:$false -Confirm:$false } catch { Unreached "no junction could be made: $($_.Exception.Message)" }
    Expect 'a junction' (Get-PathEntry -Path "$folder\Junction").IsLink
    (Open-Entry -Path "$folder\Junction").Dispose()
    ExpectError 'through a junction' { Open-Entry -Path "$folder\Junction\Inner" }
    ExpectError 'deleting through a junction' { Clear-Entry -Path "$folder\Junction\Inner\kept.txt" }
    ExpectError 'creating through a junction' { Open-NewFile -Path "$folder\Junction\made.txt" }
    ExpectError 'making a folder through a junction' { Add-HeldFolder -Path "$folder\Junction\Made" }
    Expect 'nothing was made' @(Find-FolderEntry -Path "$folder\Real" | ForEach-Object { $_.Name }) -Is @('Inner')
    Clear-Entry -Path "$folder\Junction"
    Expect 'the junction alone is gone' (Test-FileEntry -Path "$folder\Real\Inner\kept.txt")
}
Probe 'Get-EntryAttribute' {
    Expect 'a folder' ((Get-EntryAttribute -Path $folder) -band 16) -Is 16
    Expect 'a file, not read-only or hidden' ((Get-EntryAttribute -Path "$folder\abc.txt") -band 0x13) -Is 0
    Expect 'one that is not there' ($null -eq (Get-EntryAttribute -Path "$folder\None\none.txt"))
}
Probe 'Write-EntryAttribute' {
    Write-EntryAttribute -Path "$folder\abc.txt" -Bits 3 -On $true
    Write-EntryAttribute -Path "$folder\abc.txt" -Bits 1 -On $false
    Expect 'hidden, no longer read-only' ((Get-EntryAttribute -Path "$folder\abc.txt") -band 7) -Is 2
    Write-EntryAttribute -Path "$folder\abc.txt" -Bits 2 -On $false
    Expect 'nothing' ((Get-EntryAttribute -Path "$folder\abc.txt") -band 7) -Is 0
    ExpectError 'one that is not there' { Write-EntryAttribute -Path "$folder\none.txt" -Bits 1 -On $true }
}
Probe 'Get-OpenAttribute' {
    $handle = Open-Entry -Path $folder
    try { Expect 'a folder' ((Get-OpenAttribute -Handle $handle) -band 16) -Is 16 } finally { $handle.Dispose() }
}
Probe 'Get-SecurityApi' {
    $handle = Open-Entry -Path $folder -Access 0x20000
    $length = 0
    try { Expect 'the list of the folder can be asked' (Get-SecurityApi)::GetKernelObjectSecurity($handle, 4, [byte[]]::new(65536), 65536, [ref]$length) } finally { $handle.Dispose() }
    Expect "its length ($length)" ($length -gt 20)
}
Probe 'Get-AccessEntry' {
    if ($wine) { Unreached 'Wine makes access lists of the rights of Unix' }
    $list = @(Get-AccessEntry -Path $folder | Where-Object { $_.Sid -eq 'S-1-5-18' })
    Expect 'SYSTEM: full control, for all below, not inherited' @($list.Count, $list[0].Allow, $list[0].Rights, $list[0].Flags) -Is @(1, $true, 0x1F01FF, 3)
    Expect 'one that is not there' (@(Get-AccessEntry -Path "$folder\None").Count) -Is 0
}
Probe 'Edit-AccessEntry' {
    if ($wine) { Unreached 'Wine makes access lists of the rights of Unix' }
    Add-Folder -Path "$folder\Rights"
    Add-LogText -Path "$folder\Rights\file.txt" -Text 'x'
    $others = { @(Get-AccessEntry -Path $args[0] | Where-Object { $_.Sid -ne 'S-1-5-19' } | ForEach-Object { "$($_.Sid) $($_.Rights) $($_.Flags)" } | Sort-Object) }
    $service = { @(Get-AccessEntry -Path $args[0] | Where-Object { $_.Sid -eq 'S-1-5-19' } | ForEach-Object { "$($_.Rights) $($_.Flags)" }) }
    $before = & $others "$folder\Rights"
    $after = Edit-AccessEntry -Path "$folder\Rights" -Sid 'S-1-5-19' -Entry ([pscustomobject]@{ Rights = 0x120089; Flags = 3 })
    Expect 'what it has then' @($after.Entries.Count, $after.Entries[0].Rights, $after.Entries[0].Flags) -Is @(1, 0x120089, 3)
    Expect 'the folder' (& $service "$folder\Rights") -Is '1179785 3'
    Expect 'the file in it, which nobody has told' (@(& $service "$folder\Rights\file.txt").Count) -Is 0
    Expect 'entries of others' (& $others "$folder\Rights") -Is $before
    $null = Edit-AccessEntry -Path "$folder\Rights\file.txt" -Sid 'S-1-5-19' -Entry ([pscustomobject]@{ Rights = 0x120089; Flags = 16 }) -Inherited
    Expect 'the file in it' (& $service "$folder\Rights\file.txt") -Is '1179785 16'
    $null = Edit-AccessEntry -Path "$folder\Rights" -Sid 'S-1-5-19' -Entry @()
    Expect 'the folder, when it is taken away' (@(& $service "$folder\Rights").Count) -Is 0
    Expect 'one that inherits nothing is left' ($null -eq (Edit-AccessEntry -Path $folder -Sid 'S-1-5-19' -Entry ([pscustomobject]@{ Rights = 0x120089; Flags = 19 }) -Inherited))
    ExpectError 'one that is not there' { Edit-AccessEntry -Path "$folder\none.txt" -Sid 'S-1-5-19' -Entry @() }
}
Probe 'Write-Privilege' { foreach ($state in 2, 0) { Write-Privilege -Luid 18 -State $state } }
Probe 'Write-PathOwner' {
    if ($wine) { Unreached 'Wine gives every folder to the one user that it has' }
    Write-PathOwner -Path "$folder\Rights\file.txt" -Owner 'S-1-5-19'
    Expect 'another owner' (Get-PathSecurity -Path "$folder\Rights\file.txt").Owner -Is 'S-1-5-19'
    Write-PathOwner -Path "$folder\Rights\file.txt" -Owner 'S-1-5-32-544'
    Expect 'the one before' (Get-PathSecurity -Path "$folder\Rights\file.txt").Owner -Is 'S-1-5-32-544'
    ExpectError 'one that is not there' { Write-PathOwner -Path "$folder\none.txt" -Owner 'S-1-5-19' }
}
Probe 'Open-SourceFile' {
    Add-LogText -Path "$folder\held.txt" -Text 'x'
    $inside = Open-SourceFile -Path "$folder\held.txt" -Body {
        ExpectError 'deleting it while it is held' { Clear-Entry -Path "$folder\held.txt" }
        Get-FileSha256 -Path "$folder\held.txt"
    }
    Expect 'others read it' $inside.Length -Is 64
    Clear-Entry -Path "$folder\held.txt"
}
Probe 'Open-LockFile' {
    $lock = Open-LockFile -Path "$folder\lock"
    Expect 'the first gets it' ($null -ne $lock)
    try { Expect 'a second one does not' ($null -eq (Open-LockFile -Path "$folder\lock")) } finally { $lock.Dispose() }
    $again = Open-LockFile -Path "$folder\lock"
    Expect 'free again' ($null -ne $again)
    $again.Dispose()
}
Probe 'Add-LogText' {
    Add-LogText -Path "$folder\own.log" -Text "one`r`n"
    Add-LogText -Path "$folder\own.log" -Text "two`r`n"
    Expect 'content' $ascii.GetString((Get-FileByte -Path "$folder\own.log" -Count 99)) -Is "one`r`ntwo`r`n"
}
Probe 'Add-JournalText' {
    Add-JournalText -Path "$folder\journal1.jsonl" -Text "one`r`n"
    Add-JournalText -Path "$folder\journal1.jsonl" -Text "two`r`n"
    Expect 'content' $ascii.GetString((Get-FileByte -Path "$folder\journal1.jsonl" -Count 99)) -Is "one`r`ntwo`r`n"
}
Probe 'Get-ScriptText' {
    $text = "[CmdletBinding()]`r`nparam()`r`n`$PSCmdlet`r`n"
    Add-JournalText -Path "$folder\text.ps1" -Text $text
    $cmdlet = & "$folder\text.ps1"
    Add-JournalText -Path "$folder\text.ps1" -Text '# written since'
    Expect 'what runs, not what stands there by now' (Get-ScriptText -Cmdlet $cmdlet) -Is $text
}
Probe 'Get-LogLength' {
    Expect 'of two lines' (Get-LogLength -Path "$folder\own.log") -Is 10
    Expect 'of one that is not there' (Get-LogLength -Path "$folder\none.log") -Is 0
}
Probe 'Find-LogFile' {
    $logs = @(Find-LogFile -Folder $folder -Pattern '*.log')
    Expect 'logs' @($logs | ForEach-Object { $_.Path }) -Is "$folder\own.log"
    Expect 'length and kind of time' @($logs[0].Length, $logs[0].Time.Kind) -Is @(10, 'Utc')
    Expect 'in a folder that is not there' (@(Find-LogFile -Folder "$folder\None" -Pattern '*').Count) -Is 0
}
Probe 'Move-Log' {
    Add-LogText -Path "$folder\own.old" -Text 'older'
    Move-Log -Path "$folder\own.log" -Destination "$folder\own.old" -Above 10
    Expect 'one that is not larger' (Get-LogLength -Path "$folder\own.log") -Is 10
    Move-Log -Path "$folder\none.log" -Destination "$folder\own.old"
    Move-Log -Path "$folder\own.log" -Destination "$folder\own.old"
    Expect 'length under the new name' (Get-LogLength -Path "$folder\own.old") -Is 10
    Expect 'the old name' (Test-FileEntry -Path "$folder\own.log") -Is $false
}
Probe 'Clear-LogFile' {
    Clear-LogFile -Path "$folder\own.old"
    Expect 'gone' (Test-FileEntry -Path "$folder\own.old") -Is $false
    Clear-LogFile -Path "$folder\own.old"
}
Probe 'Get-SecretText' {
    Add-LogText -Path "$folder\secret.txt" -Text 'AQID'
    Expect 'text' (Get-SecretText -Path "$folder\secret.txt") -Is 'AQID'
    Expect 'of one that is not there' ($null -eq (Get-SecretText -Path "$folder\none.txt"))
}
Probe 'Unprotect-Secret' {
    Add-Type -AssemblyName 'System.Security'
    $protected = [Security.Cryptography.ProtectedData]::Protect($ascii.GetBytes('open'), $null, [Security.Cryptography.DataProtectionScope]::LocalMachine)
    Expect 'what this machine protected' $ascii.GetString((Unprotect-Secret -Data $protected)) -Is 'open'
    $protected[$protected.Length - 1] = $protected[$protected.Length - 1] -bxor 1
    ExpectError 'what was changed since' { Unprotect-Secret -Data $protected }
}

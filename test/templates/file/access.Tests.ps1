Set-StrictMode -Version Latest

BeforeAll { . "$PSScriptRoot/../../powershell/pester/templates.ps1" 'Find-AccessLack', 'Write-PathAccess', 'Repair-PathGrant' }

Describe 'what an access list grants an account' {
    BeforeAll {
        # 'sid rights flags', with '-' before what is denied
        function Get-List([string] $Text) {
            foreach ($one in $Text -split '; ') {
                $sid, $rights, $flags = $one.TrimStart('-') -split ' '
                [pscustomobject]@{ Sid = $sid; Rights = [int]$rights; Allow = -not $one.StartsWith('-'); Flags = [int]$flags }
            }
        }
    }
    It '<List> (folder: <Folder>) <Expected>' -ForEach @(
        @{ List = 'S-1-5-32-545 0x1301BF 0'; Folder = $false; Expected = '' }
        @{ List = 'S-1-5-32-545 0x1301BF 0'; Folder = $true; Expected = 'does not grant S-1-5-32-545 the right modify' }
        @{ List = 'S-1-5-32-545 0x1301BF 3'; Folder = $true; Expected = '' }
        @{ List = 'S-1-5-32-545 0x1301BF 7'; Folder = $true; Expected = 'does not grant S-1-5-32-545 the right modify' }
        @{ List = 'S-1-5-32-545 0x1301BF 16; S-1-5-32-545 0x10000000 27'; Folder = $true; Expected = '' }
        @{ List = 'S-1-5-32-545 0x1200A9 3; S-1-5-32-545 0x110116 3'; Folder = $true; Expected = '' }
        @{ List = 'S-1-5-32-544 0x1F01FF 3'; Folder = $true; Expected = 'does not grant S-1-5-32-545 the right modify' }
        @{ List = '-S-1-1-0 0x2 3; S-1-5-32-545 0x1301BF 3'; Folder = $true; Expected = 'denies S-1-1-0 the right modify' }
        @{ List = 'S-1-5-32-545 0x1301BF 3; -S-1-1-0 0x2 19'; Folder = $true; Expected = '' }
        @{ List = '-S-1-5-32-546 0x1F01FF 3; S-1-5-32-545 0x1301BF 3'; Folder = $true; Expected = '' }
        @{ List = '-S-1-5-32-545 0x40000 0; S-1-5-32-545 0x1F01FF 0'; Folder = $false; Expected = '' }
    ) { "$(Find-AccessLack @(Get-List $List) $Folder 'modify' 'S-1-5-32-545')" | Should-BeString -CaseSensitive $Expected }
}

Describe 'what lies below a folder' {
    BeforeAll {
        Mock Get-FileEntry { [pscustomobject]@{ IsDirectory = $true } }
        Mock Get-AccessEntry { [pscustomobject]@{ Sid = 'S-1-5-11'; Rights = 1; Allow = $true; Flags = 18 } }
        Mock Find-FolderEntry { if ($Path -eq 'C:\a') { foreach ($name in 'file', 'folder', 'closed', 'link') { [pscustomobject]@{ Path = "C:\a\$name"; IsDirectory = $name -ne 'file'; IsLink = $name -eq 'link' } } } else { [pscustomobject]@{ Path = "$Path\x"; IsDirectory = $false; IsLink = $false } } }
        $calls = [Collections.Generic.List[string]]::new()
        Mock Write-Note { $calls.Add($Text) }
        Mock Edit-AccessEntry {
            $calls.Add("$Path [$(@(foreach ($one in $Entry) { "$($one.Rights) $($one.Flags)" }) -join ', ')]$(if ($Inherited) { ' inherited' })")
            if ($Path -like '*\x') { throw 'it has other names too (hard links)' }
            if ($Path -notlike '*closed') { [pscustomobject]@{ Entries = @([pscustomobject]@{ Rights = 7; Flags = 0 }) + $Entry } }
        }
    }
    It 'inherits as Windows has it, and the folder itself comes last' {
        Write-PathAccess 'C:\a' 'S-1-5-11' '2 1, 4 3, 8 6'
        $calls -join "`n" | Should-BeString -CaseSensitive (@(
                'C:\a\file [2 16, 4 16] inherited'
                'C:\a\folder [2 25, 4 19, 8 16, 1 18] inherited'
                'C:\a\folder\x [2 16, 4 16] inherited'
                'C:\a\closed [2 25, 4 19, 8 16, 1 18] inherited'
                'the rights of 1 files or folders below C:\a stay as they are, the first: C:\a\folder\x: it has other names too (hard links)'
                'C:\a [2 1, 4 3, 8 6]'
            ) -join "`n")
    }
}

Describe 'a right is added to what an account has' {
    BeforeAll {
        Mock Get-FileEntry { [pscustomobject]@{ IsDirectory = $true } }
        Mock Get-AccessEntry { foreach ($one in @(1, 3), @(0x1000, 0), @(2, 19)) { [pscustomobject]@{ Sid = 'S-1-5-11'; Rights = $one[0]; Allow = $true; Flags = $one[1] } } }
        Mock Add-Journal { $script:noted = "$At, $Was, $Now" }
        Mock Write-PathAccess { $script:written = $Text }
    }
    It 'of entries of its own, others stay' {
        Repair-PathGrant 'C:\a' 'read' 'S-1-5-11'
        $script:written | Should-BeString -CaseSensitive '4096 0, 1179785 3'
        $script:noted | Should-BeString -CaseSensitive 'C:\a S-1-5-11, 4096 0, 1 3, 4096 0, 1179785 3'
    }
}

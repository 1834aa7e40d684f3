# Gives what a file or folder itself allows an account, not what is inherited: 'rights flags' of each entry, joined by ', '. At: path, SID.
function Get-PathAccessState([string[]] $At) {
    @(Read-AccessEntry $At[0] | Where-Object { $_.Allow -and $_.Sid -eq $At[1] -and ($_.Flags -band 16) -eq 0 } | Sort-Object Flags | ForEach-Object { "$($_.Rights) $($_.Flags)" }) -join ', '
}

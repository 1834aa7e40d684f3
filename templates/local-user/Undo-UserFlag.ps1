# Gives an account a flag back, or takes it away again; the other flags stay.
function Undo-UserFlag([string[]] $At, [string] $Was) {
    $name = Get-UserName $At[0]
    Write-UserFlag $name ((Get-UserState $name).Flags -band -bnot [int]$At[1] -bor [int]$Was)
}

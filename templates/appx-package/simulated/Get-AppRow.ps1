# The rows of app packages as the platform gives them; Users is what the block makes of a row, and one that gives nothing is nobody's.
function Get-AppRow([scriptblock] $Users) {
    foreach ($fullName in @($global:Windows.apps.PSBase.Keys)) {
        $app = $global:Windows.apps[$fullName]
        $of = "$($app | ForEach-Object $Users)"
        if ($of) { [pscustomobject]@{ Name = $app.name; FullName = $fullName; Kind = $app.kind; Users = $of; Fixed = [bool]$app.fixed } }
    }
}

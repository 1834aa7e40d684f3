# The text that a string of JSON stands for.
function ConvertFrom-JsonString([string] $Token) {
    [regex]::Unescape($Token.Substring(1, $Token.Length - 2))
}

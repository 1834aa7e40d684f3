# Reads text as a value of a type, one of those that the parameters have.
## Throws a clause that says what is expected (of a secret without its text).
function ConvertFrom-Text([string] $Type, [string] $Text) {
    switch ($Type) {
        'string' { return $Text }
        #remedyc:only Parameter.Int
        'int' {
            $number = [long]0
            if (-not [long]::TryParse($Text, [Globalization.NumberStyles]::AllowLeadingSign, [Globalization.CultureInfo]::InvariantCulture, [ref]$number)) { throw "'$Text' is no whole number" }
            return $number
        }
        #remedyc:end
        #remedyc:only Parameter.Bool
        'bool' {
            if ($Text -notin 'true', 'false') { throw "'$Text' is neither true nor false" }
            return $Text -eq 'true'
        }
        #remedyc:end
        #remedyc:only Parameter.Version
        'version' {
            if ($Text -notmatch '^[0-9]{1,9}(\.[0-9]{1,9}){1,3}$') { throw "'$Text' is no version like 1.2.3" }
            $parts = @($Text.Split('.')) + @('0', '0')
            return [version]($parts[0..3] -join '.')
        }
        #remedyc:end
        #remedyc:only Parameter.Duration
        'duration' { return [timespan]::FromMilliseconds((ConvertFrom-Measure -Text $Text -Unit @{ ms = 1; s = 1000; m = 60000; h = 3600000; d = 86400000 } -Expected 'no duration like 30s, 5m, 2h or 1d')) }
        #remedyc:end
        #remedyc:only Parameter.Size
        'size' { return ConvertFrom-Measure -Text $Text -Unit @{ KB = 1KB; MB = 1MB; GB = 1GB; TB = 1TB } -Expected 'no size like 500MB or 4GB' }
        #remedyc:end
        #remedyc:only Parameter.Path
        'path' {
            if ($Text -eq '') { throw 'a path is needed' }
            return Expand-Path $Text
        }
        #remedyc:end
        #remedyc:only Parameter.Account
        'account' {
            if ($Text -eq '') { throw 'an account is needed' }
            return Resolve-Account $Text
        }
        #remedyc:end
        #remedyc:only Parameter.Secret
        'secret' {
            if ($Text -notmatch '^(env:[A-Za-z_][A-Za-z0-9_]*|dpapi:.+)$') { throw 'that is no reference to a secret like env:NAME or dpapi:C:\path' }
            Add-SecretName -Reference $Text
            return $Text
        }
        #remedyc:end
        #remedyc:only Parameter.List
        'list' { return , @(foreach ($one in $Text.Trim('[', ']').Split([char[]]',', [StringSplitOptions]::RemoveEmptyEntries)) { $one.Trim() }) }
        #remedyc:end
        #remedyc:only Parameter.Endpoint
        'endpoint' {
            if ($Text -notmatch '^[^\s:]+:[0-9]{1,5}$') { throw "'$Text' is no endpoint like host:443" }
            return $Text
        }
        #remedyc:end
    }
    #remedyc:only Parameter.Enum
    if ($Type.Contains('|')) {
        if ($Type.Split('|') -cnotcontains $Text) { throw ("'$Text' is none of " + $Type.Replace('|', ', ')) }
        return $Text
    }
    #remedyc:end
    $Text
}

# The site of the stand-ins: it keeps its state in a file beside the module, and refuses what the genuine one would.
# Each change of an object makes a new revision of it with a new CI_ID; who comes with an older one is refused.
function Read-Site { [IO.File]::ReadAllText("$PSScriptRoot/state.json") | ConvertFrom-Json -AsHashtable }
function Write-Site($Site) { [IO.File]::WriteAllText("$PSScriptRoot/state.json", (ConvertTo-Json $Site -Depth 12)) }

function ConvertTo-Result($Entry) {
    $known = 'CI_ID', 'ModelName', 'LocalizedDisplayName', 'LocalizedDescription'
    $result = [ordered]@{}
    foreach ($name in $known) { $result[$name] = $Entry[$name] }
    [pscustomobject]$result
}

function Find-Entry($Entries, $Object) {
    $entry = @($Entries | Where-Object { $_.ModelName -eq $Object.ModelName })[0]
    if ($null -eq $entry) { throw "No object corresponds to the specified parameters ($($Object.ModelName))." }
    if ($entry.CI_ID -ne $Object.CI_ID) { throw 'The object has been changed since: get its latest revision.' }
    $entry
}

function Select-Named($Entries, $Given) {
    @($Entries | Where-Object { -not $Given.ContainsKey('Name') -or $_.LocalizedDisplayName -eq $Given.Name }) | ForEach-Object { ConvertTo-Result $_ }
}

function Confirm-NewName($Entries, $Name) {
    if (@($Entries | Where-Object { $_.LocalizedDisplayName -eq $Name }).Count -gt 0) { throw "An object of the name '$Name' exists already." }
}

function New-Entry($Site, $Given, $Sort) {
    $Site.next++
    @{ CI_ID = $Site.next; ModelName = "ScopeId_1/${Sort}_$($Site.next)"; LocalizedDisplayName = $Given.Name; LocalizedDescription = "$($Given.Description)" }
}

# What is given and is no question of how the cmdlet works; of a script its hash.
function Select-Value($Given, $Except) {
    $values = @{}
    foreach ($name in $Given.Keys) {
        if ($name -in $Except -or $name -in 'InputObject', 'DisableWildcardHandling', 'Force', 'ErrorAction') { continue }
        $values[$name] = if ($Given[$name] -is [switch]) { [bool]$Given[$name] } elseif ($name -like '*ScriptText') { Get-TextHash $Given[$name] } else { $Given[$name] }
    }
    $values
}

function Get-TextHash([string]$Text) { [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes($Text))) }

function Set-Value($Entry, $Values) { foreach ($name in $Values.Keys) { $Entry[$name] = $Values[$name] } }

function Find-Condition($Site, [string]$Name) {
    $entry = @($Site.conditions | Where-Object { $_.LocalizedDisplayName -eq $Name })[0]
    if ($null -eq $entry) { throw "There is no global condition '$Name'." }
    $entry
}

# A rule as the SDK has it: Expression.Operands are a GlobalSettingReference, which names the condition by scope and logical name, and a ConstantValue, which names none.
function New-Rule([string]$Model, [bool]$Value) {
    $scope, $name = $Model -split '/'
    $reference = [pscustomobject]@{ AuthoringScopeId = $scope; LogicalName = $name }
    [pscustomobject]@{ Expression = [pscustomobject]@{ Operands = @($reference, [pscustomobject]@{ Value = $Value }) } }
}

# Adds and removes requirement rules of a deployment type.
function Edit-Rule($Type, $Given) {
    foreach ($rule in $Given.RemoveRequirement) { $Type.rules = @($Type.rules | Where-Object { $_.model -notlike "*/$($rule.Expression.Operands[0].LogicalName)" }) }
    foreach ($rule in $Given.AddRequirement) {
        $reference, $constant = $rule.Expression.Operands
        $model = "$($reference.AuthoringScopeId)/$($reference.LogicalName)"
        if ($model -in $Type.rules.model) { throw 'The rule exists already.' }
        $Type.rules += @{ model = $model; value = $constant.Value }
    }
}

function Invoke-Cmdlet([string]$Name, $Given) {
    if ((Get-Location).Drive.Name -ne 'XYZ') { throw 'This command cannot be run from the current drive.' }
    $site = Read-Site
    $changes = $Name -notlike 'Get-*' -and $Name -notin 'New-CMComplianceRuleValue', 'New-CMRequirementRuleBooleanValue'
    if ($changes) {
        if ($site.denied) { throw "You do not have security rights to perform this operation.`r`nAsk your administrator." }
        if ($site.allowed -eq 0) { throw 'interrupted' }
        $site.allowed--
        $site.calls += $Name
    }
    $result = switch ($Name) {
        'Get-CMApplication' {
            if ($Given.ContainsKey('ModelName')) { $site.applications | Where-Object { $_.ModelName -eq $Given.ModelName } | ForEach-Object { ConvertTo-Result $_ } }
            else { Select-Named $site.applications $Given }
        }
        'New-CMApplication' {
            Confirm-NewName $site.applications $Given.Name
            $entry = New-Entry $site $Given 'Application'
            Set-Value $entry @{ details = Select-Value $Given 'Name', 'Description', 'LocalizedName'; title = $Given.LocalizedName; types = @{} }
            $site.applications += $entry
            ConvertTo-Result $entry
        }
        'Set-CMApplication' {
            $entry = @($site.applications | Where-Object { $_.ModelName -eq $Given.ModelName })[0]
            if ($Given.ContainsKey('NewName')) { Confirm-NewName $site.applications $Given.NewName; $entry.LocalizedDisplayName = $Given.NewName }
            if ($Given.ContainsKey('Description')) { $entry.LocalizedDescription = $Given.Description }
            if ($Given.ContainsKey('LocalizedApplicationName')) { $entry.title = $Given.LocalizedApplicationName }
            Set-Value $entry.details (Select-Value $Given 'ModelName', 'NewName', 'Description', 'LocalizedApplicationName')
            $entry.CI_ID = ++$site.next
        }
        'Get-CMDeploymentType' {
            $entry = Find-Entry $site.applications $Given.InputObject
            if ($entry.types.ContainsKey($Given.DeploymentTypeName)) { [pscustomobject]@{ CI_ID = $entry.CI_ID; ModelName = $entry.ModelName; LocalizedDisplayName = $Given.DeploymentTypeName } }
        }
        'Add-CMScriptDeploymentType' {
            if ($Given.InstallationBehaviorType -eq 'InstallForUser' -and $Given.ContainsKey('LogonRequirementType')) { throw 'LogonRequirementType cannot be set.' }
            $entry = Find-Entry $site.applications $Given.InputObject
            if ($entry.types.ContainsKey($Given.DeploymentTypeName)) { throw 'The deployment type exists already.' }
            $entry.types[$Given.DeploymentTypeName] = @{ program = Select-Value $Given 'DeploymentTypeName', 'AddRequirement'; codes = @(0, 1707, 3010, 1641, 1618); rules = @() }
            Edit-Rule $entry.types[$Given.DeploymentTypeName] $Given
            $entry.CI_ID = ++$site.next
            [pscustomobject]@{ CI_ID = $entry.CI_ID }
        }
        'Set-CMScriptDeploymentType' {
            $entry = Find-Entry $site.applications $Given.InputObject
            Set-Value $entry.types[$Given.InputObject.LocalizedDisplayName].program (Select-Value $Given 'Force32Bit', 'ForceScriptDetection32Bit', 'AddRequirement', 'RemoveRequirement')
            Edit-Rule $entry.types[$Given.InputObject.LocalizedDisplayName] $Given
            $entry.CI_ID = ++$site.next
        }
        'Get-CMDeploymentTypeRequirement' {
            $entry = Find-Entry $site.applications $Given.InputObject
            $entry.types[$Given.InputObject.LocalizedDisplayName].rules | ForEach-Object { New-Rule $_.model $_.value }
        }
        'Get-CMGlobalCondition' { Select-Named $site.conditions $Given }
        'New-CMGlobalConditionScript' {
            Confirm-NewName $site.conditions $Given.Name
            $entry = New-Entry $site $Given 'GlobalSettings'
            $entry.script = Select-Value $Given 'Name', 'Description'
            $site.conditions += $entry
            ConvertTo-Result $entry
        }
        'Set-CMGlobalConditionScript' {
            $entry = Find-Condition $site $Given.Name
            Set-Value $entry.script (Select-Value $Given 'Name')
            $entry.CI_ID = ++$site.next
        }
        'Set-CMGlobalCondition' {
            $entry = Find-Condition $site $Given.Name
            $entry.LocalizedDescription = $Given.Description
            $entry.CI_ID = ++$site.next
        }
        'New-CMRequirementRuleBooleanValue' {
            $null = Find-Entry $site.conditions $Given.InputObject
            New-Rule $Given.InputObject.ModelName $Given.Value
        }
        'Get-CMDeploymentTypeReturnCode' {
            $entry = Find-Entry $site.applications $Given.InputObject
            $entry.types[$Given.InputObject.LocalizedDisplayName].codes | ForEach-Object { [pscustomobject]@{ Code = [int]$_; Name = 'n' } }
        }
        'Add-CMDeploymentTypeReturnCode' {
            $entry = Find-Entry $site.applications $Given.InputObject
            $type = $entry.types[$Given.InputObject.LocalizedDisplayName]
            if ($type.codes -contains $Given.ReturnCode) { throw 'The return code exists already.' }
            $type.codes += $Given.ReturnCode
            $entry.CI_ID = ++$site.next
            [pscustomobject]@{ CI_ID = $entry.CI_ID }
        }
        'Update-CMDistributionPoint' {
            if ($site.undistributed) { throw 'No object corresponds to the specified parameters.' }
        }
        'Get-CMConfigurationItem' { Select-Named $site.items $Given }
        'New-CMConfigurationItem' {
            Confirm-NewName $site.items $Given.Name
            $entry = New-Entry $site $Given 'OperatingSystem'
            Set-Value $entry @{ settings = @{}; rules = @{} }
            $site.items += $entry
            ConvertTo-Result $entry
        }
        'Set-CMConfigurationItem' {
            $entry = @($site.items | Where-Object { $_.CI_ID -eq $Given.Id })[0]
            if ($Given.ContainsKey('NewName')) { Confirm-NewName $site.items $Given.NewName; $entry.LocalizedDisplayName = $Given.NewName }
            $entry.LocalizedDescription = $Given.Description
            $entry.CI_ID = ++$site.next
        }
        'Get-CMComplianceSetting' {
            $entry = Find-Entry $site.items $Given.InputObject
            if ($entry.settings.ContainsKey($Given.SettingName)) { [pscustomobject]@{ Name = $Given.SettingName } }
        }
        'Add-CMComplianceSettingScript' {
            $entry = Find-Entry $site.items $Given.InputObject
            if ($entry.settings.ContainsKey($Given.Name)) { throw 'The setting exists already.' }
            $ofRule = 'RuleName', 'ExpressionOperator', 'ExpectedValue', 'Remediate', 'ReportNoncompliance', 'NoncomplianceSeverity'
            $values = Select-Value $Given 'Name', 'ValueRule'
            $rule = @{}
            foreach ($one in $ofRule) { $rule[$one] = $values[$one]; $values.Remove($one) }
            $values.Remove('DataType')
            $entry.settings[$Given.Name] = $values
            $entry.rules[$Given.RuleName] = $rule
            $entry.CI_ID = ++$site.next
        }
        'Set-CMComplianceSettingScript' {
            $entry = Find-Entry $site.items $Given.InputObject
            Set-Value $entry.settings[$Given.SettingName] (Select-Value $Given 'SettingName')
            $entry.CI_ID = ++$site.next
        }
        'Get-CMComplianceRule' {
            $entry = Find-Entry $site.items $Given.InputObject
            if ($entry.rules.ContainsKey($Given.RuleName)) { [pscustomobject]@{ Name = $Given.RuleName } }
        }
        'Set-CMComplianceRuleValue' {
            $entry = Find-Entry $site.items $Given.InputObject
            Set-Value $entry.rules[$Given.RuleName] (Select-Value $Given)
            $entry.CI_ID = ++$site.next
        }
        'New-CMComplianceRuleValue' { [pscustomobject]@{ Values = Select-Value $Given } }
        'Add-CMComplianceSettingRule' {
            $entry = Find-Entry $site.items $Given.InputObject
            $entry.rules[$Given.Rule.Values.RuleName] = $Given.Rule.Values
            $entry.CI_ID = ++$site.next
        }
        'Get-CMBaseline' { Select-Named $site.baselines $Given }
        'New-CMBaseline' {
            Confirm-NewName $site.baselines $Given.Name
            $entry = New-Entry $site $Given 'Baseline'
            $entry.holds = @()
            $site.baselines += $entry
            ConvertTo-Result $entry
        }
        'Set-CMBaseline' {
            $entry = @($site.baselines | Where-Object { $_.CI_ID -eq $Given.Id })[0]
            foreach ($id in $Given.AddOSConfigurationItem) {
                $item = @($site.items | Where-Object { "$($_.CI_ID)" -eq $id })[0]
                if ($null -eq $item) { throw "There is no configuration item $id." }
                if ($entry.holds -contains $item.ModelName) { throw 'The baseline holds the item already.' }
                $entry.holds += $item.ModelName
            }
            if ($Given.ContainsKey('NewName')) { Confirm-NewName $site.baselines $Given.NewName; $entry.LocalizedDisplayName = $Given.NewName }
            if ($Given.ContainsKey('Description')) { $entry.LocalizedDescription = $Given.Description }
            $entry.CI_ID = ++$site.next
        }
        default { throw "no stand-in does what $Name does" }
    }
    if ($changes) { Write-Site $site }
    $result
}

# Drives of the provider CMSite, which only the console has.
function Get-PSDrive([string]$PSProvider) {
    if ($PSProvider -ne 'CMSite') { throw "unexpected: $PSProvider" }
    foreach ($name in (Read-Site).drives) { Add-Drive $name }
}
function New-PSDrive([string]$Name, [string]$PSProvider, [string]$Root, [string]$Scope, [switch]$WhatIf, [switch]$Confirm) {
    if ($WhatIf) { throw 'the drive is needed to look, too' }
    if ($PSProvider -ne 'CMSite' -or $Root -ne 'cm01.contoso.com') { throw "The network path was not found: $Root" }
    Add-Drive $Name
}
function Add-Drive([string]$Name) { Microsoft.PowerShell.Management\New-PSDrive -Name $Name -PSProvider FileSystem -Root $PSScriptRoot -Scope Global -WhatIf:$false }

#remedyc:help
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param(
  [string]$SiteCode,
  [string]$SiteServer,
  [switch]$Force
)

#region What is published
#remedyc:settings
#endregion

#region Publish: step by step
# The configuration item: one setting, whose discovery script answers with a word, and one rule, which wants the word to be 'Compliant'.
function Publish-Item([string]$Id, [bool]$Always) {
  $scripts = @{
    DiscoveryScriptLanguage = 'PowerShell'
    DiscoveryScriptText = Read-BuiltScript ([IO.Path]::Combine($PSScriptRoot, $Settings.Discovery)) $Settings.DiscoveryHash
    RemediationScriptLanguage = 'PowerShell'
    RemediationScriptText = Read-BuiltScript ([IO.Path]::Combine($PSScriptRoot, $Settings.Remediation)) $Settings.RemediationHash
    Is64Bit = $true
    IsPerUser = $Settings.IsPerUser
  }
  $rule = @{
    RuleName = $Settings.Rule
    ExpressionOperator = 'IsEquals'
    ExpectedValue = 'Compliant'
    Remediate = $true
    ReportNoncompliance = $true
    NoncomplianceSeverity = 'Warning'
  }
  $own = Find-Own 'configuration item' $Id $Settings.Name @(Get-CMConfigurationItem -Fast)
  $stamp = "$Id $($Settings.Hash)"
  if ($null -ne $own -and -not $Always -and (Test-Stamp $own $stamp) -and $own.LocalizedDisplayName -ceq $Settings.Name) { return "UNCHANGED configuration item '$($Settings.Name)'" }
  $verb = if ($null -eq $own) { 'Create' } else { 'Update' }
  if (-not $PSCmdlet.ShouldProcess("configuration item '$($Settings.Name)' with setting '$($Settings.Setting)' and rule '$($Settings.Rule)'", $verb)) { return }
  $ConfirmPreference = 'None'

  # The description holds the id alone until all is done: a run that is interrupted is carried on by the next one.
  if ($null -eq $own) {
    Write-Verbose 'The configuration item is created.'
    $null = New-CMConfigurationItem -CreationType WindowsOS -Name $Settings.Name -Description $Id
    if ($null -eq (Get-OwnItem $Id)) { throw 'the site does not give back the description of the configuration item that was created: without it it is not found again' }
  }
  else {
    Write-Verbose 'The configuration item is updated.'
    $rename = if ($own.LocalizedDisplayName -cne $Settings.Name) { @{ NewName = $Settings.Name } } else { @{} }
    Set-CMConfigurationItem -Id $own.CI_ID -Description $Id @rename
  }
  if ($null -eq (Get-CMComplianceSetting -InputObject (Get-OwnItem $Id) -SettingName $Settings.Setting -DisableWildcardHandling)) {
    Write-Verbose 'The setting and its rule are added.'
    $null = Add-CMComplianceSettingScript -InputObject (Get-OwnItem $Id) -Name $Settings.Setting -DataType String -ValueRule @scripts @rule
  }
  else {
    Write-Verbose 'The setting and its rule are updated.'
    Set-CMComplianceSettingScript -InputObject (Get-OwnItem $Id) -SettingName $Settings.Setting @scripts
    if ($null -ne (Get-CMComplianceRule -InputObject (Get-OwnItem $Id) -RuleName $Settings.Rule -DisableWildcardHandling)) {
      Set-CMComplianceRuleValue -InputObject (Get-OwnItem $Id) @rule
    }
    else {
      $setting = Get-CMComplianceSetting -InputObject (Get-OwnItem $Id) -SettingName $Settings.Setting -DisableWildcardHandling
      $null = Add-CMComplianceSettingRule -InputObject (Get-OwnItem $Id) -Rule (New-CMComplianceRuleValue -InputObject $setting @rule)
    }
  }
  Set-CMConfigurationItem -Id (Get-OwnItem $Id).CI_ID -Description $stamp
  "$($verb.ToUpperInvariant())D configuration item '$($Settings.Name)'"
}

# The baseline, which holds the item: its description says of which item, since each change of that makes a new revision of it and no new item.
function Publish-Baseline([string]$Id, [string]$ItemId, [bool]$Always) {
  $own = Find-Own 'configuration baseline' $Id $Settings.Name @(Get-CMBaseline)
  $item = Get-OwnItem $ItemId
  # With -WhatIf the item may not be there yet.
  $stamp = if ($null -eq $item) { $Id } else { "$Id $($item.ModelName)" }
  $hasItem = $null -ne $own -and $null -ne $item -and (Test-Stamp $own $stamp)
  if ($hasItem -and -not $Always -and $own.LocalizedDisplayName -ceq $Settings.Name) { return "UNCHANGED configuration baseline '$($Settings.Name)'" }
  $verb = if ($null -eq $own) { 'Create' } else { 'Update' }
  if (-not $PSCmdlet.ShouldProcess("configuration baseline '$($Settings.Name)'", $verb)) { return }
  if ($null -eq $item) { throw 'there is no configuration item for the baseline' }
  $ConfirmPreference = 'None'
  if ($null -eq $own) {
    Write-Verbose 'The configuration baseline is created.'
    $null = New-CMBaseline -Name $Settings.Name -Description $Id
    $own = Find-Own 'configuration baseline' $Id $Settings.Name @(Get-CMBaseline -Name $Settings.Name -DisableWildcardHandling)
    if ($null -eq $own) { throw 'the site does not give back the description of the configuration baseline that was created: without it it is not found again' }
  }
  # In one call, so that the description says what the baseline holds.
  $changes = @{ Description = $stamp }
  if (-not $hasItem) { $changes.AddOSConfigurationItem = "$($item.CI_ID)" }
  if ($own.LocalizedDisplayName -cne $Settings.Name) { $changes.NewName = $Settings.Name }
  Set-CMBaseline -Id $own.CI_ID @changes
  "$($verb.ToUpperInvariant())D configuration baseline '$($Settings.Name)'"
}

# Each change makes a new revision, so it is asked for again before it is changed.
function Get-OwnItem([string]$Id) {
  $own = @(Get-CMConfigurationItem -Name $Settings.Name -DisableWildcardHandling | Where-Object { Test-Stamp $_ $Id })
  if ($own.Count -gt 0) { $own[0] }
}
#endregion

#region Library
#remedyc:library
#endregion

#region Run
#remedyc:run
#endregion

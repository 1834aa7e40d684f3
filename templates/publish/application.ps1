#remedyc:help
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param(
  [Parameter(Mandatory)][string]$ContentLocation,
  [string]$SiteCode,
  [string]$SiteServer,
  [switch]$Force
)

#region What is published
#remedyc:settings
#endregion

#region Publish: step by step
function Publish-Application([string]$ContentLocation, [bool]$Always) {
  $id = $Settings.Id
  $detection = Read-BuiltScript ([IO.Path]::Combine($PSScriptRoot, $Settings.Detection)) $Settings.DetectionHash
  $own = Find-Own 'application' $id $Settings.Name @(Get-CMApplication -Fast)
  $stamp = "$id $($Settings.Hash) $ContentLocation"
  if ($null -ne $own -and -not $Always -and (Test-Stamp $own $stamp) -and $own.LocalizedDisplayName -ceq $Settings.Name) { return "UNCHANGED application '$($Settings.Name)'" }
  $verb = if ($null -eq $own) { 'Create' } else { 'Update' }
  if (-not $PSCmdlet.ShouldProcess("application '$($Settings.Name)' with deployment type '$($Settings.Type)'", $verb)) { return }
  $ConfirmPreference = 'None'

  # The administrator comments hold the id alone until all is done: a run that is interrupted is carried on by the next one.
  $details = $Settings.Details
  if ($null -eq $own) {
    Write-Verbose 'The application is created.'
    $null = New-CMApplication -Name $Settings.Name -LocalizedName $Settings.Name -Description $id @details
    $own = Find-Own 'application' $id $Settings.Name @(Get-CMApplication -Name $Settings.Name -Fast -DisableWildcardHandling)
    if ($null -eq $own) { throw 'the site does not give back the administrator comments of the application that was created: without them it is not found again' }
  }
  else {
    Write-Verbose 'The application is updated.'
    if ($own.LocalizedDisplayName -cne $Settings.Name) { $details = $details + @{ NewName = $Settings.Name } }
    Set-CMApplication -ModelName $own.ModelName -LocalizedApplicationName $Settings.Name -Description $id @details
  }
  $model = $own.ModelName

  $program = @{
    ContentLocation = $ContentLocation
    InstallCommand = $Settings.InstallCommand
    UninstallCommand = $Settings.UninstallCommand
    ScriptLanguage = 'PowerShell'
    ScriptText = $detection
    RebootBehavior = 'BasedOnExitCode'
    UserInteractionMode = 'Hidden'
    MaximumRuntimeMins = $Settings.MaximumMinutes
    Comment = $id
    Force = $true
  } + $Settings.Behavior
  $type = Get-OwnDeploymentType $model $Settings.Type
  $rules = Compare-Requirement $type
  if ($rules.Missing.Count -gt 0) { $program.AddRequirement = $rules.Missing }
  if ($rules.Old.Count -gt 0) { $program.RemoveRequirement = $rules.Old }
  if ($null -eq $type) {
    Write-Verbose 'The deployment type is added.'
    $null = Add-CMScriptDeploymentType -InputObject (Get-CMApplication -ModelName $model) -DeploymentTypeName $Settings.Type @program
  }
  else {
    Write-Verbose 'The deployment type is updated.'
    Set-CMScriptDeploymentType -InputObject $type -Force32Bit $false -ForceScriptDetection32Bit $false @program
  }
  foreach ($code in $Settings.ReturnCodes) {
    $now = Get-OwnDeploymentType $model $Settings.Type
    $known = @(Get-CMDeploymentTypeReturnCode -InputObject $now | Where-Object { @($_.PSObject.Properties.Value) -contains $code.ReturnCode })
    if ($known.Count -gt 0) { continue }
    Write-Verbose "The return code $($code.ReturnCode) is added."
    $null = Add-CMDeploymentTypeReturnCode -InputObject $now @code
  }
  if ($null -ne $type) {
    Write-Verbose 'The distribution points get the content anew.'
    try { Update-CMDistributionPoint -ApplicationName $Settings.Name -DeploymentTypeName $Settings.Type -DisableWildcardHandling }
    catch { Write-Warning "The distribution points were not told of the content ($($_.Exception.Message)). Choose 'Update Content' of the deployment type in the console." }
  }
  Set-CMApplication -ModelName $model -Description $stamp
  "$($verb.ToUpperInvariant())D application '$($Settings.Name)'"
}

# The global condition whose script answers one requirement. Its description says what is required.
function Publish-Condition($Requirement, [bool]$Always) {
  $id = "$($Settings.Id) $($Requirement.Name)"
  $text = Read-BuiltScript ([IO.Path]::Combine($PSScriptRoot, $Requirement.Script)) $Requirement.Hash
  $own = Find-Own 'global condition' $id $Requirement.Name @(Get-CMGlobalCondition)
  $stamp = "$id $($Requirement.Hash) $($Requirement.Text)"
  if ($null -ne $own -and -not $Always -and (Test-Stamp $own "$id $($Requirement.Hash)")) { return "UNCHANGED global condition '$($Requirement.Name)'" }
  $verb = if ($null -eq $own) { 'Create' } else { 'Update' }
  if (-not $PSCmdlet.ShouldProcess("global condition '$($Requirement.Name)'", $verb)) { return }
  $ConfirmPreference = 'None'
  $script = @{
    ScriptText = $text
    ScriptLanguage = 'PowerShell'
    Use32BitHost = $false
    UseLoggedOnUserCredential = $Settings.IsPerUser
    DisableWildcardHandling = $true
  }
  if ($null -eq $own) {
    Write-Verbose 'The global condition is created.'
    $null = New-CMGlobalConditionScript -Name $Requirement.Name -DataType Boolean -Description $stamp @script
    if ($null -eq (Get-OwnCondition $Requirement.Name)) { throw 'the site does not give back the description of the global condition that was created: without it it is not found again' }
  }
  else {
    # Its description holds the id alone until all is done. Somebody may have renamed it.
    Write-Verbose 'The global condition is updated.'
    $name = $own.LocalizedDisplayName
    Set-CMGlobalCondition -Name $name -Description $id -DisableWildcardHandling
    Set-CMGlobalConditionScript -Name $name @script
    Set-CMGlobalCondition -Name $name -Description $stamp -DisableWildcardHandling
  }
  "$($verb.ToUpperInvariant())D global condition '$($Requirement.Name)'"
}

# The requirement rules that the deployment type lacks, and those of ours that it has and should not. What somebody added in the console stays.
function Compare-Requirement($Type) {
  $now = @(if ($null -ne $Type) { Get-CMDeploymentTypeRequirement -InputObject $Type })
  $conditions = @(foreach ($requirement in $Settings.Requirements) { Get-OwnCondition $requirement.Name })
  $missing = @(foreach ($condition in $conditions) {
      if (@($now | Where-Object { Test-Rule $_ $condition }).Count -eq 0) { New-CMRequirementRuleBooleanValue -InputObject $condition -Value $true }
    })
  $gone = @(Get-CMGlobalCondition | Where-Object { (Test-Stamp $_ $Settings.Id) -and $conditions.ModelName -notcontains $_.ModelName })
  $old = @(foreach ($condition in $gone) { $now | Where-Object { Test-Rule $_ $condition } })
  @{ Missing = $missing; Old = $old }
}

# Whether a rule asks a global condition: it names it by the second half of its model name. Rules of other sorts name none.
function Test-Rule($Rule, $Condition) {
  Set-StrictMode -Off
  @($Rule.Expression.Operands | ForEach-Object { $_.LogicalName }) -contains ($Condition.ModelName -split '/')[-1]
}

function Get-OwnCondition([string]$Name) {
  $own = @(Get-CMGlobalCondition | Where-Object { Test-Stamp $_ "$($Settings.Id) $Name" })
  if ($own.Count -gt 0) { $own[0] }
}

# The folder from which the site takes the content, and that of this script, must hold what this script was built with: looked at before the site is changed.
function Confirm-Content([string]$ContentLocation) {
  foreach ($requirement in $Settings.Requirements) { $null = Read-BuiltScript ([IO.Path]::Combine($PSScriptRoot, $requirement.Script)) $requirement.Hash }
  $null = Read-BuiltScript ([IO.Path]::Combine($PSScriptRoot, $Settings.Detection)) $Settings.DetectionHash
  if ($ContentLocation -notmatch '^[\\/]{2}[^\\/]') { throw "-ContentLocation must be a network path (\\server\share\...), which the site server reads: '$ContentLocation'" }
  foreach ($file in $Settings.Content) {
    $path = [IO.Path]::Combine($ContentLocation, $file.Name)
    if ($file.Hash) { $null = Read-BuiltScript $path $file.Hash }
    elseif (-not [IO.File]::Exists($path)) { throw "'$path' is not there: copy the whole content folder" }
    elseif ([IO.FileInfo]::new($path).Length -ne $file.Size) { throw "'$path' is another file than the one that this script was built with" }
  }
}

# Each change makes a new revision, so it is asked for again before it is changed.
function Get-OwnDeploymentType([string]$Model, [string]$Name) {
  Get-CMDeploymentType -InputObject (Get-CMApplication -ModelName $Model) -DeploymentTypeName $Name -DisableWildcardHandling
}
#endregion

#region Library
#remedyc:library
#endregion

#region Run
#remedyc:run
#endregion

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

# The folder from which the site takes the content must hold what this script was built with.
function Confirm-Content([string]$ContentLocation) {
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

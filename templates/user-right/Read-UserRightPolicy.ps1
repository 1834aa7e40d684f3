# The name of the policy that owns a user right, $null for none or unknown.
## Setting: the right's name in Intune's policies.
function Read-UserRightPolicy([string] $Right, [string] $Setting) { (Find-UserRightPolicy $Right $Setting).Name }

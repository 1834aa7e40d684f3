# A device as messages name it: device USB\VID_046D&PID_0825\1 (Contoso Camera).
function Format-PnpDevice([pscustomobject] $Device) { "device $(ConvertTo-Line $Device.InstanceId)$(if ($Device.FriendlyName) { " ($(ConvertTo-Line $Device.FriendlyName))" })" }

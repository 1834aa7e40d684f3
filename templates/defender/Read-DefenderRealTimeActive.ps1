# Whether real-time protection works at this moment.
function Read-DefenderRealTimeActive { [bool](Read-DefenderStatus 'RealTimeProtectionEnabled') }

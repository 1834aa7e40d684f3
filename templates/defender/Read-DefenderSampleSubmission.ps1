# Which samples are sent.
function Read-DefenderSampleSubmission { Read-DefenderSetting 'SampleSubmission' }

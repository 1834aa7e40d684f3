# Runs a block where a test gives a reason: a part of a thing that is as it should be is neither repaired nor asked what stands in the way.
function Use-Deviation([scriptblock] $Test, [scriptblock] $Then) { if (& $Test) { & $Then } }

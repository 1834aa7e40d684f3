# Gives a type with the named Windows functions as its static members: P/Invoke without a compiler, in an assembly that exists in memory only.
# Signature: name of the export -> return type, then the parameter types. Strings are UTF-16; Marshal.GetLastWin32Error() holds after a call.
# Only libraries of the KnownDLLs list are allowed: Windows loads these from System32 whatever lies in the search path.
function Get-NativeType {
    #remedyc:every-host
    param(
        [Parameter(Mandatory)] [ValidateSet('advapi32.dll', 'kernel32.dll')] [string] $Library,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [hashtable] $Signature
    )
    if (-not $script:Remedy.ContainsKey('NativeTypes')) { $script:Remedy['NativeTypes'] = @{} }
    $known = $script:Remedy['NativeTypes']
    if (-not $known.ContainsKey($Name)) {
        $import = [Runtime.InteropServices.DllImportAttribute]
        $fields = [Reflection.FieldInfo[]]@($import.GetField('SetLastError'), $import.GetField('CharSet'), $import.GetField('ExactSpelling'))
        $values = [object[]]@($true, [Runtime.InteropServices.CharSet]::Unicode, $true)
        $attribute = [Reflection.Emit.CustomAttributeBuilder]::new($import.GetConstructor([type[]]@([string])), [object[]]@($Library), $fields, $values)
        $assembly = [Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly([Reflection.AssemblyName]::new("Remedyc.$Name"), [Reflection.Emit.AssemblyBuilderAccess]::Run)
        $builder = $assembly.DefineDynamicModule($Name).DefineType("Remedyc.$Name", [Reflection.TypeAttributes]'Public, Class')
        foreach ($export in $Signature.Keys) {
            $types = [type[]]@($Signature[$export])
            $parameters = if ($types.Count -gt 1) { [type[]]$types[1..($types.Count - 1)] } else { [type]::EmptyTypes }
            $method = $builder.DefineMethod($export, [Reflection.MethodAttributes]'Public, Static, PinvokeImpl', $types[0], $parameters)
            $method.SetCustomAttribute($attribute)
            $method.SetImplementationFlags([Reflection.MethodImplAttributes]::PreserveSig)
        }
        $known[$Name] = $builder.CreateType()
    }
    $known[$Name]
}

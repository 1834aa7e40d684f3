# A type in memory whose static members are functions of Windows.
## A type whose static members are functions of Windows: P/Invoke without a compiler, in an assembly that exists in memory only.
## Signature: name of the export -> return type, then the parameter types; texts are UTF-16. Only libraries that Windows loads from System32: KnownDLLs, and netapi32.dll and wlanapi.dll (which Get-WlanApi looks for there), before which only the folder of PowerShell itself is looked through.
function Get-NativeType([ValidateSet('advapi32', 'kernel32', 'netapi32', 'wlanapi')] [string] $Library, [string] $Name, [hashtable] $Signature) {
    #remedyc:every-host
    if (-not $Remedy.ContainsKey($Name)) {
        $import = [Runtime.InteropServices.DllImportAttribute]
        $fields = [Reflection.FieldInfo[]]@($import.GetField('SetLastError'), $import.GetField('CharSet'), $import.GetField('ExactSpelling'))
        $values = @($true, [Runtime.InteropServices.CharSet]::Unicode, $true)
        $attribute = [Reflection.Emit.CustomAttributeBuilder]::new($import.GetConstructor([type[]]@([string])), @("$Library.dll"), $fields, $values)
        $assembly = [Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly([Reflection.AssemblyName]::new($Name), 'Run')
        $builder = $assembly.DefineDynamicModule($Name).DefineType($Name, [Reflection.TypeAttributes]'Public, Class')
        foreach ($export in $Signature.Keys) {
            $return, $parameters = $Signature[$export]
            $types = [type[]]@(foreach ($type in $parameters) { $type })
            $method = $builder.DefineMethod($export, [Reflection.MethodAttributes]'Public, Static, PinvokeImpl', $return, $types)
            $method.SetCustomAttribute($attribute)
            $method.SetImplementationFlags([Reflection.MethodImplAttributes]::PreserveSig)
        }
        $Remedy[$Name] = $builder.CreateType()
    }
    $Remedy[$Name]
}

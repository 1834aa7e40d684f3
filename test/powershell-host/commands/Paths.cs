using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Join, "Path")]
public sealed class JoinPathCommand : HostCommand
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    public string[] Path { get; set; } = [];

    [Parameter(Position = 1, Mandatory = true)]
    [AllowNull, AllowEmptyString]
    public string? ChildPath { get; set; }

    [Parameter] public SwitchParameter Resolve { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var parent in Path)
        {
            Attempt(() =>
            {
                var joined = SessionState.Path.Combine(parent, ChildPath ?? "");
                if (!Resolve) WriteObject(joined);
                else foreach (var found in SessionState.Path.GetResolvedPSPathFromPSPath(joined)) WriteObject(found.Path);
            }, "JoinPath", parent);
        }
    }
}

[Cmdlet(VerbsCommon.Split, "Path", DefaultParameterSetName = "ParentSet")]
public sealed class SplitPathCommand : HostCommand
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("LiteralPath", "PSPath")]
    public string[] Path { get; set; } = [];

    [Parameter] public SwitchParameter Parent { get; set; }
    [Parameter] public SwitchParameter Leaf { get; set; }
    [Parameter] public SwitchParameter Qualifier { get; set; }
    [Parameter] public SwitchParameter NoQualifier { get; set; }
    [Parameter] public SwitchParameter IsAbsolute { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Path) Attempt(() => WriteObject(Part(path)), "SplitPath", path);
    }

    private object Part(string path)
    {
        var colon = path.IndexOf(':');
        if (Leaf) return SessionState.Path.ParseChildName(path);
        if (Qualifier) return colon > 0 ? path[..(colon + 1)] : throw new FormatException($"Cannot parse path because path '{path}' does not have a qualifier specified.");
        if (NoQualifier) return colon > 0 ? path[(colon + 1)..] : path;
        if (IsAbsolute) return SessionState.Path.IsPSAbsolute(path, out _) || System.IO.Path.IsPathRooted(path);
        return SessionState.Path.ParseParent(path, root: "");
    }
}

[Cmdlet(VerbsDiagnostic.Resolve, "Path", DefaultParameterSetName = "Path")]
public sealed class ResolvePathCommand : PathCommand
{
    [Parameter] public SwitchParameter Relative { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            Attempt(() =>
            {
                var pattern = IsLiteral ? WildcardPattern.Escape(path) : path;
                foreach (var found in SessionState.Path.GetResolvedPSPathFromPSPath(pattern))
                {
                    if (Relative) WriteObject(SessionState.Path.NormalizeRelativePath(found.Path, SessionState.Path.CurrentLocation.ProviderPath));
                    else WriteObject(found);
                }
            }, "ResolvePath", path);
        }
    }
}

[Cmdlet(VerbsDiagnostic.Test, "Path", DefaultParameterSetName = "Path")]
public sealed class TestPathCommand : PathCommand
{
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull, AllowEmptyCollection, AllowEmptyString]
    public override string[] Path { get; set; } = [];

    [Parameter]
    [Alias("Type")]
    public TestPathType PathType { get; set; } = TestPathType.Any;

    [Parameter] public SwitchParameter IsValid { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths ?? [])
        {
            if (string.IsNullOrWhiteSpace(path)) WriteObject(false);
            else WriteObject(IsValid ? SessionState.Path.IsValid(path) : Exists(path));
        }
    }

    private bool Exists(string path)
    {
        try
        {
            if (!InvokeProvider.Item.Exists(path, force: true, IsLiteral)) return false;
            if (PathType == TestPathType.Any) return true;
            var containers = Expand(path).Select(found => InvokeProvider.Item.IsContainer(WildcardPattern.Escape(found)));
            return containers.Any(isContainer => isContainer == (PathType == TestPathType.Container));
        }
        catch (Exception error) when (error is ItemNotFoundException or ProviderNotFoundException or System.Management.Automation.DriveNotFoundException or IOException or NotSupportedException)
        {
            return false;
        }
    }
}

public enum TestPathType { Any, Container, Leaf }

[Cmdlet(VerbsCommon.Get, "Location")]
public sealed class GetLocationCommand : HostCommand
{
    protected override void ProcessRecord() => WriteObject(SessionState.Path.CurrentLocation);
}

[Cmdlet(VerbsCommon.Set, "Location", DefaultParameterSetName = "Path")]
public sealed class SetLocationCommand : HostCommand
{
    [Parameter(Position = 0, ParameterSetName = "Path")] public string? Path { get; set; }
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath")] [Alias("PSPath")] public string? LiteralPath { get; set; }

    protected override void ProcessRecord() =>
        Attempt(() => SessionState.Path.SetLocation(LiteralPath is null ? Path ?? "~" : WildcardPattern.Escape(LiteralPath)), "PathNotFound", Path ?? LiteralPath);
}

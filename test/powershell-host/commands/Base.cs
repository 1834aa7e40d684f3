using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

// The commands here bear the genuine class names and namespace: both are part of every $_.FullyQualifiedErrorId that a script may look at.

/// <summary>What several commands need: errors as the genuine commands report them, and values without their PowerShell wrapping.</summary>
public abstract class HostCommand : PSCmdlet
{
    /// <summary>Runs <paramref name="action"/>; what it throws becomes a non-terminating error (which 'Stop' makes terminating).</summary>
    protected void Attempt(Action action, string errorId, object? target)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is not (PipelineStoppedException or ActionPreferenceStopException))
        {
            WriteError(RecordOf(error, errorId, target));
        }
    }

    /// <summary>The error's own record where it has one (providers give the genuine ids), else one made of it.</summary>
    protected static ErrorRecord RecordOf(Exception error, string errorId, object? target)
    {
        if (error is CmdletInvocationException { InnerException: { } inner }) error = inner;
        if (error is IContainsErrorRecord { ErrorRecord: { } known })
        {
            var cause = error is ProviderInvocationException { InnerException: { } providerError } ? providerError : error;
            return new ErrorRecord(cause, known.FullyQualifiedErrorId.Split(',')[0], known.CategoryInfo.Category, known.TargetObject ?? target);
        }
        var category = error switch
        {
            UnauthorizedAccessException or System.Security.SecurityException => ErrorCategory.PermissionDenied,
            FileNotFoundException or DirectoryNotFoundException => ErrorCategory.ObjectNotFound,
            IOException => ErrorCategory.WriteError,
            ArgumentException => ErrorCategory.InvalidArgument,
            _ => ErrorCategory.NotSpecified,
        };
        return new ErrorRecord(error, errorId, category, target);
    }

    /// <summary>The .NET value inside a PSObject; any other value as it is.</summary>
    protected static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    /// <summary>The value as text, by PowerShell's own conversion (culture-invariant).</summary>
    protected static string TextOf(object? value) => value is null ? "" : LanguagePrimitives.ConvertTo<string>(value);

    protected static bool Matches(string? name, string pattern) => name is not null && WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(name);

    protected static PSObject Record(params (string Name, object? Value)[] properties)
    {
        var record = new PSObject();
        foreach (var (name, value) in properties) record.Properties.Add(new PSNoteProperty(name, value));
        return record;
    }
}

/// <summary>A command that takes -Path (wildcards) or -LiteralPath (none).</summary>
public abstract class PathCommand : HostCommand
{
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public virtual string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    [Parameter] public string? Filter { get; set; }
    [Parameter] public string[]? Include { get; set; }
    [Parameter] public string[]? Exclude { get; set; }

    protected bool IsLiteral => ParameterSetName.Contains("Literal", StringComparison.Ordinal);
    protected string[] Paths => IsLiteral ? LiteralPath : Path;

    /// <summary>The existing items that a path names. A path without wildcards is itself, whether it exists or not.</summary>
    protected IEnumerable<string> Expand(string path) =>
        IsLiteral || !WildcardPattern.ContainsWildcardCharacters(path)
            ? [path]
            : SessionState.Path.GetResolvedPSPathFromPSPath(path).Select(found => found.Path).ToArray();

    protected bool Passes(string name) =>
        (string.IsNullOrEmpty(Filter) || Matches(name, Filter))
        && (Include is null || Include.Any(pattern => Matches(name, pattern)))
        && (Exclude is null || !Exclude.Any(pattern => Matches(name, pattern)));

    /// <summary>The file system's own path, or null when the path belongs to another provider.</summary>
    protected string? FileSystemPath(string path)
    {
        var full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        return provider.Name == "FileSystem" ? full : null;
    }
}

using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Microsoft.PowerShell.Commands;

/// <summary>The result of Select-String: the line, where it was, and what matched.</summary>
public sealed class MatchInfo
{
    public bool IgnoreCase { get; init; }
    public int LineNumber { get; init; }
    public string Line { get; init; } = "";
    public string Filename => System.IO.Path.GetFileName(Path);
    public string Path { get; init; } = "InputStream";
    public string Pattern { get; init; } = "";
    public Match[] Matches { get; init; } = [];
    public override string ToString() => Path == "InputStream" ? Line : $"{Path}:{LineNumber}:{Line}";
}

[Cmdlet(VerbsCommon.Select, "String", DefaultParameterSetName = "File")]
public sealed class SelectStringCommand : HostCommand
{
    private Regex[] expressions = [];
    private int inputLine;

    [Parameter(Position = 0, Mandatory = true)] public string[] Pattern { get; set; } = [];
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = "File")] public string[] Path { get; set; } = [];
    [Parameter(Mandatory = true, ParameterSetName = "LiteralFile")] [Alias("PSPath", "LP")] public string[] LiteralPath { get; set; } = [];
    [Parameter(Mandatory = true, ParameterSetName = "Object", ValueFromPipeline = true)] [AllowNull, AllowEmptyString] public PSObject? InputObject { get; set; }
    [Parameter] public SwitchParameter SimpleMatch { get; set; }
    [Parameter] public SwitchParameter CaseSensitive { get; set; }
    [Parameter] public SwitchParameter Quiet { get; set; }
    [Parameter] public SwitchParameter List { get; set; }
    [Parameter] public SwitchParameter NotMatch { get; set; }
    [Parameter] public SwitchParameter AllMatches { get; set; }
    [Parameter] public string? Encoding { get; set; }

    private bool matchedAny;

    protected override void BeginProcessing() =>
        expressions = Pattern.Select(text => new Regex(SimpleMatch ? Regex.Escape(text) : text, CaseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase)).ToArray();

    protected override void ProcessRecord()
    {
        if (ParameterSetName == "Object")
        {
            Examine(TextOf(InputObject), ++inputLine, "InputStream");
            return;
        }
        foreach (var path in ParameterSetName == "File" ? Path : LiteralPath)
        {
            Attempt(() =>
            {
                var files = ParameterSetName == "File"
                    ? SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _)
                    : [SessionState.Path.GetUnresolvedProviderPathFromPSPath(path)];
                foreach (var file in files) ExamineFile(file);
            }, "ItemNotFound", path);
        }
    }

    protected override void EndProcessing()
    {
        if (Quiet) WriteObject(matchedAny);
    }

    private void ExamineFile(string file)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file, TextEncodings.Named(Encoding)))
            if (Examine(line, ++number, file) && List) return;
    }

    private bool Examine(string line, int number, string path)
    {
        foreach (var expression in expressions)
        {
            var found = expression.Matches(line);
            if (found.Count > 0 == NotMatch) continue;
            matchedAny = true;
            if (!Quiet) WriteObject(new MatchInfo
            {
                IgnoreCase = !CaseSensitive,
                LineNumber = number,
                Line = line,
                Path = path,
                Pattern = expression.ToString(),
                Matches = AllMatches ? found.ToArray() : found.Take(1).ToArray(),
            });
            return true;
        }
        return false;
    }
}

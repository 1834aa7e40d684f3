using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Remedyc.PowerShellHost.Gate;

/// <summary>Parses the scripts of each request (a line of JSON: files with name and text) and answers their facts (a line each).</summary>
internal static class GateServer
{
    private static readonly JsonSerializerSettings Settings = new() { ContractResolver = new CamelCasePropertyNamesContractResolver() };

    public static int Run(Stream input, TextWriter output)
    {
        // Type names are looked up the engine's way, which needs a runspace on this thread.
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
        using var reader = new StreamReader(input);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            var request = JsonConvert.DeserializeObject<Request>(line) ?? new Request([]);
            output.Write(JsonConvert.SerializeObject(request.Files.Select(Collect), Formatting.None, Settings) + "\n");
        }
        return 0;
    }

    private static FileFacts Collect(SourceText file)
    {
        var facts = new FileFacts(file.Name);
        var tree = Parser.ParseInput(file.Text, file.Name, out var tokens, out var errors);
        foreach (var error in errors) facts.Errors.Add(new ParseErrorFact(PlaceOf(error.Extent), error.ErrorId, error.Message));
        NewerSyntax.Collect(tree, tokens, facts);
        tree.Visit(new NameCollector(facts));
        MemberCollector.Collect(tree, facts);
        VariableCollector.Collect(tree, facts);
        return facts;
    }

    public static Place PlaceOf(IScriptExtent extent) => new(extent.StartLineNumber, extent.StartColumnNumber);

    private sealed record Request(SourceText[] Files);

    private sealed record SourceText(string Name, string Text);
}

global using System;
global using System.Collections.Generic;
global using System.IO;
global using System.Linq;
using System.Management.Automation.Language;
using System.Text.Json;

namespace Remedyc.ParserGate;

/// <summary>Parses the scripts of each request (a line of JSON: files with name and text) and answers their facts (a line each, in the same order). Compiled by gate.ps1.</summary>
public static class GateServer
{
    private static readonly JsonSerializerOptions Settings = new(JsonSerializerDefaults.Web);

    /// <summary>Serves until the input ends. Type names are looked up the engine's way, in the runspace of the calling thread.</summary>
    public static void Run()
    {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        using var reader = new StreamReader(Console.OpenStandardInput());
        while (reader.ReadLine() is { } line)
        {
            var request = JsonSerializer.Deserialize<Request>(line, Settings) ?? new Request([]);
            output.Write(JsonSerializer.Serialize(new { Files = request.Files.Select(Collect) }, Settings) + "\n");
            output.Flush();
        }
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

    internal static Place PlaceOf(IScriptExtent extent) => new(extent.StartLineNumber, extent.StartColumnNumber);

    private sealed record Request(SourceText[] Files);

    private sealed record SourceText(string Name, string Text);
}

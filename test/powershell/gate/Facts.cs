namespace Remedyc.ParserGate;

/// <summary>A place in a script: line and column, both from 1.</summary>
internal sealed record Place(int Line, int Column);

internal sealed record ParseErrorFact(Place Place, string Id, string Message);

/// <summary>A construct that Windows PowerShell 5.1 does not know.</summary>
internal sealed record NewerFact(Place Place, string Construct);

internal sealed record FunctionFact(Place Place, string Name, IReadOnlyList<string> Parameters);

/// <summary>A command by its name.</summary>
internal sealed record CommandFact(Place Place, string Name, IReadOnlyList<string> Parameters);

/// <summary>
/// A .NET member. <c>Type</c> is the type that declares it (as .NET has it), or that was named where .NET has no such member;
/// <c>Arguments</c>: how many, for a call; null for a property, field or method that is not called.
/// </summary>
internal sealed record MemberFact(Place Place, string Type, string Member, int? Arguments);

/// <summary>A type by the name in the script; <c>Full</c> is null when the engine finds no such type.</summary>
internal sealed record TypeFact(Place Place, string Name, string? Full);

internal sealed record NameFact(Place Place, string Name);

/// <summary>All that the rules ask about one script. What is allowed is decided by the caller; here is only what is there.</summary>
internal sealed record FileFacts(string Name)
{
    public List<ParseErrorFact> Errors { get; } = [];
    public List<NewerFact> Newer { get; } = [];
    public List<FunctionFact> Functions { get; } = [];
    public List<CommandFact> Commands { get; } = [];
    public List<MemberFact> Members { get; } = [];
    public List<TypeFact> Types { get; } = [];

    /// <summary>Environment variables by `$env:Name`.</summary>
    public List<NameFact> EnvironmentVariables { get; } = [];

    /// <summary>Constant text: strings, the constant part of expandable ones, and bare words.</summary>
    public List<NameFact> Strings { get; } = [];

    /// <summary>Variables that are read where nothing assigns them.</summary>
    public List<NameFact> Unassigned { get; } = [];
}

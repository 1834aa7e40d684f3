using System.Management.Automation.Language;

namespace Remedyc.ParserGate;

/// <summary>A function's body, or the script around the functions: its own nodes, not those of functions defined inside it.</summary>
internal sealed record Scope(string? Function, IReadOnlyList<ParameterAst> Parameters, IReadOnlyList<Ast> Nodes);

internal static class Scopes
{
    /// <summary>The script itself, then each function.</summary>
    public static IEnumerable<Scope> Of(ScriptBlockAst tree)
    {
        yield return new Scope(null, Parameters(tree, null), Own(tree));
        foreach (var function in tree.FindAll(node => node is FunctionDefinitionAst, searchNestedScriptBlocks: true).Cast<FunctionDefinitionAst>())
            yield return new Scope(function.Name, Parameters(function.Body, function.Parameters), Own(function.Body));
    }

    private static List<ParameterAst> Parameters(ScriptBlockAst body, IReadOnlyList<ParameterAst>? inline) =>
        Own(body).OfType<ParameterAst>().Concat(inline ?? []).ToList();

    private static List<Ast> Own(ScriptBlockAst body)
    {
        var collector = new OwnNodes();
        body.Visit(collector);
        return collector.Nodes;
    }

    private sealed class OwnNodes : AstVisitor2, IAstPostVisitHandler
    {
        public List<Ast> Nodes { get; } = [];
        public override AstVisitAction VisitFunctionDefinition(FunctionDefinitionAst node) => AstVisitAction.SkipChildren;
        public void PostVisit(Ast node)
        {
            if (node is not FunctionDefinitionAst) Nodes.Add(node);
        }
    }
}

using System.Management.Automation.Language;

namespace Remedyc.ParserGate;

/// <summary>Collects what a script names: functions, commands, types, environment variables, texts.</summary>
internal sealed class NameCollector(FileFacts facts) : AstVisitor2
{
    public override AstVisitAction VisitFunctionDefinition(FunctionDefinitionAst node)
    {
        var parameters = node.Parameters ?? node.Body.ParamBlock?.Parameters;
        var names = parameters?.SelectMany(NamesOf).ToArray() ?? [];
        facts.Functions.Add(new FunctionFact(GateServer.PlaceOf(node.Extent), node.Name.Split(':')[^1], names));
        return AstVisitAction.Continue;
    }

    public override AstVisitAction VisitCommand(CommandAst node)
    {
        if (node.GetCommandName() is { } name)
        {
            var parameters = node.CommandElements.OfType<CommandParameterAst>().Select(parameter => parameter.ParameterName).ToArray();
            facts.Commands.Add(new CommandFact(GateServer.PlaceOf(node.Extent), name, parameters));
        }
        return AstVisitAction.Continue;
    }

    public override AstVisitAction VisitTypeExpression(TypeExpressionAst node) => AddType(node, node.TypeName);

    public override AstVisitAction VisitTypeConstraint(TypeConstraintAst node) => AddType(node, node.TypeName);

    public override AstVisitAction VisitVariableExpression(VariableExpressionAst node)
    {
        if (node.VariablePath.DriveName is "env" or "Env" or "ENV") facts.EnvironmentVariables.Add(new NameFact(GateServer.PlaceOf(node.Extent), node.VariablePath.UserPath[4..]));
        return AstVisitAction.Continue;
    }

    public override AstVisitAction VisitStringConstantExpression(StringConstantExpressionAst node) => AddText(node, node.Value);

    public override AstVisitAction VisitExpandableStringExpression(ExpandableStringExpressionAst node) => AddText(node, node.Value);

    private AstVisitAction AddText(Ast node, string text)
    {
        facts.Strings.Add(new NameFact(GateServer.PlaceOf(node.Extent), text));
        return AstVisitAction.Continue;
    }

    private AstVisitAction AddType(Ast node, ITypeName name)
    {
        foreach (var single in Parts(name))
            facts.Types.Add(new TypeFact(GateServer.PlaceOf(node.Extent), single.FullName, single.GetReflectionType()?.FullName));
        return AstVisitAction.Continue;
    }

    private static IEnumerable<ITypeName> Parts(ITypeName name) => name switch
    {
        ArrayTypeName array => Parts(array.ElementType),
        GenericTypeName generic => generic.GenericArguments.SelectMany(Parts).Append(generic),
        _ => [name],
    };

    private static IEnumerable<string> NamesOf(ParameterAst parameter)
    {
        yield return parameter.Name.VariablePath.UserPath;
        foreach (var alias in parameter.Attributes.OfType<AttributeAst>().Where(attribute => attribute.TypeName.Name.Equals("Alias", StringComparison.OrdinalIgnoreCase)))
            foreach (var value in alias.PositionalArguments.OfType<StringConstantExpressionAst>()) yield return value.Value;
    }
}

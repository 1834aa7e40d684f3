using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;

namespace Remedyc.ParserGate;

/// <summary>Collects the .NET members that a script uses: every static one, and those of expressions whose type is plain to see.</summary>
internal sealed class MemberCollector
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.IgnoreCase | BindingFlags.FlattenHierarchy;

    /// <summary>Types of variables in the function that is looked at; null where two assignments disagree.</summary>
    private readonly Dictionary<string, Type?> variables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Variables that hold a type itself: $api = [Some.Type]; $api::Member.</summary>
    private readonly Dictionary<string, Type> typeLiterals = new(StringComparer.OrdinalIgnoreCase);

    private readonly FileFacts facts;

    private MemberCollector(FileFacts facts) => this.facts = facts;

    public static void Collect(ScriptBlockAst tree, FileFacts facts)
    {
        foreach (var scope in Scopes.Of(tree))
        {
            var collector = new MemberCollector(facts);
            collector.ReadDeclarations(scope);
            foreach (var node in scope.Nodes.OfType<MemberExpressionAst>()) collector.Add(node);
        }
    }

    private void ReadDeclarations(Scope scope)
    {
        foreach (var parameter in scope.Parameters.Where(parameter => parameter.StaticType != typeof(object)))
            variables[parameter.Name.VariablePath.UserPath] = parameter.StaticType;
        // Twice, so that a variable made of another one that is assigned further down is known as well.
        for (var pass = 0; pass < 2; pass++)
        {
            var seen = new Dictionary<string, Type?>(StringComparer.OrdinalIgnoreCase);
            foreach (var assignment in scope.Nodes.OfType<AssignmentStatementAst>()) Note(assignment, seen);
            foreach (var loop in scope.Nodes.OfType<ForEachStatementAst>()) seen[loop.Variable.VariablePath.UserPath] = null;
            foreach (var (name, type) in seen)
                if (!scope.Parameters.Any(parameter => parameter.StaticType != typeof(object) && parameter.Name.VariablePath.UserPath.Equals(name, StringComparison.OrdinalIgnoreCase))) variables[name] = type;
        }
    }

    private void Note(AssignmentStatementAst assignment, Dictionary<string, Type?> seen)
    {
        if (assignment.Left is ConvertExpressionAst { Child: VariableExpressionAst typed } constraint)
        {
            seen[typed.VariablePath.UserPath] = constraint.StaticType;
            return;
        }
        if (assignment.Left is not VariableExpressionAst variable) return;
        var name = variable.VariablePath.UserPath;
        if (assignment.Right is CommandExpressionAst { Expression: TypeExpressionAst literal } && literal.TypeName.GetReflectionType() is { } held) typeLiterals[name] = held;
        var type = assignment is { Operator: TokenKind.Equals, Right: CommandExpressionAst { Expression: var value } } ? TypeOf(value)
            : assignment is { Operator: TokenKind.Equals, Right: PipelineAst { PipelineElements: [CommandExpressionAst { Expression: var single }] } } ? TypeOf(single)
            : null;
        seen[name] = !seen.TryGetValue(name, out var earlier) || earlier == type ? type : null;
    }

    private void Add(MemberExpressionAst node)
    {
        if (node.Member is not StringConstantExpressionAst { Value: var member }) return;
        if (ReceiverOf(node) is not { } type || IsOpen(type)) return;
        var invocation = node as InvokeMemberExpressionAst;
        var declared = member == "new" && node.Static ? type : Find(type, member).FirstOrDefault()?.DeclaringType ?? type;
        facts.Members.Add(new MemberFact(GateServer.PlaceOf(node.Member.Extent), NameOf(declared), member, invocation is null ? null : invocation.Arguments?.Count ?? 0));
    }

    private Type? ReceiverOf(MemberExpressionAst node) =>
        node is { Static: true, Expression: VariableExpressionAst holder } ? typeLiterals.GetValueOrDefault(holder.VariablePath.UserPath) : TypeOf(node.Expression);

    /// <summary>Things whose members are data, not .NET: tables, objects made in the script, arrays of unknown things.</summary>
    private static bool IsOpen(Type type) =>
        type == typeof(object) || type == typeof(void) || type == typeof(PSObject) || type == typeof(PSCustomObject) || typeof(System.Collections.IDictionary).IsAssignableFrom(type);

    private static string NameOf(Type type)
    {
        if (type.IsArray) return "System.Array";
        return (type.IsGenericType ? type.GetGenericTypeDefinition().FullName : type.FullName) ?? type.Name;
    }

    private Type? TypeOf(ExpressionAst? expression) => expression switch
    {
        TypeExpressionAst type => type.Parent is MemberExpressionAst { Static: true } ? type.TypeName.GetReflectionType() : typeof(Type),
        ConvertExpressionAst { Child: HashtableAst } => null,
        ConvertExpressionAst convert => convert.Type.TypeName.GetReflectionType(),
        ParenExpressionAst { Pipeline: PipelineAst { PipelineElements: [CommandExpressionAst { Expression: var inner }] } } => TypeOf(inner),
        StringConstantExpressionAst or ExpandableStringExpressionAst => typeof(string),
        ConstantExpressionAst constant => constant.StaticType,
        VariableExpressionAst variable => variables.GetValueOrDefault(variable.VariablePath.UserPath),
        InvokeMemberExpressionAst { Static: true, Member: StringConstantExpressionAst { Value: "new" } } create => TypeOf(create.Expression),
        MemberExpressionAst { Member: StringConstantExpressionAst { Value: var member } } access => ReceiverOf(access) is { } type && !IsOpen(type) ? ResultOf(type, member, access is InvokeMemberExpressionAst) : null,
        BinaryExpressionAst { Operator: TokenKind.Format or TokenKind.Join } => typeof(string),
        _ => null,
    };

    private static Type? ResultOf(Type type, string member, bool isCall)
    {
        var results = Find(type, member).Select(found => found switch
        {
            MethodInfo method when isCall => method.ReturnType,
            PropertyInfo property when !isCall => property.PropertyType,
            FieldInfo field when !isCall => field.FieldType,
            _ => null,
        }).Distinct().ToArray();
        return results.Length == 1 && results[0] is { ContainsGenericParameters: false } result ? result : null;
    }

    private static MemberInfo[] Find(Type type, string member)
    {
        var found = type.GetMember(member, Any);
        // An interface does not inherit members in reflection.
        return found.Length > 0 || !type.IsInterface ? found : type.GetInterfaces().SelectMany(parent => parent.GetMember(member, Any)).ToArray();
    }
}

using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace Remedyc.ParserGate;

/// <summary>Finds what PowerShell 6 and 7 added to the language (about_PowerShell_7 and the release notes' "Breaking Changes and Improvements").</summary>
internal static class NewerSyntax
{
    public static void Collect(ScriptBlockAst tree, Token[] tokens, FileFacts facts)
    {
        foreach (var node in tree.FindAll(_ => true, searchNestedScriptBlocks: true))
            if (ConstructOf(node) is { } construct) facts.Newer.Add(new NewerFact(GateServer.PlaceOf(node.Extent), construct));
        CollectTokens(tokens, facts);
    }

    private static string? ConstructOf(Ast node) => node switch
    {
        TernaryExpressionAst => "the ternary operator ? :",
        PipelineChainAst { Operator: TokenKind.AndAnd } => "the pipeline chain operator &&",
        PipelineChainAst => "the pipeline chain operator ||",
        PipelineAst { Background: true } => "the background operator &",
        BinaryExpressionAst { Operator: TokenKind.QuestionQuestion } => "the null-coalescing operator ??",
        AssignmentStatementAst { Operator: TokenKind.QuestionQuestionEquals } => "the null-coalescing assignment ??=",
        MemberExpressionAst { NullConditional: true } => "the null-conditional member access ?.",
        IndexExpressionAst { NullConditional: true } => "the null-conditional index ?[]",
        NamedBlockAst { BlockKind: TokenKind.Clean } => "the clean block",
        BinaryExpressionAst { Operator: TokenKind.Ireplace or TokenKind.Creplace } replace when HasScriptBlock(replace.Right) => "-replace with a script block",
        BinaryExpressionAst { Operator: TokenKind.DotDot, Left: StringConstantExpressionAst } => "a range of characters",
        TypeConstraintAst { TypeName.FullName: var name } when IsNewAccelerator(name) => $"the type accelerator [{name}]",
        TypeExpressionAst { TypeName.FullName: var name } when IsNewAccelerator(name) => $"the type accelerator [{name}]",
        AttributeAst { TypeName.FullName: var name } when IsNewAccelerator(name) => $"the attribute [{name}]",
        _ => null,
    };

    private static void CollectTokens(Token[] tokens, FileFacts facts)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            string? construct = token switch
            {
                NumberToken when NewNumber.IsMatch(token.Text) => $"the number {token.Text}",
                StringExpandableToken when NewEscape.IsMatch(token.Text) => "the escape sequence `e or `u{}",
                { Kind: TokenKind.Pipe } when FollowsLineEnd(tokens, i) => "a pipe at the start of a line",
                _ => null,
            };
            if (construct is not null) facts.Newer.Add(new NewerFact(GateServer.PlaceOf(token.Extent), construct));
        }
    }

    private static bool FollowsLineEnd(Token[] tokens, int index)
    {
        var before = index - 1;
        while (before >= 0 && tokens[before].Kind == TokenKind.Comment) before--;
        return before >= 0 && tokens[before].Kind == TokenKind.NewLine;
    }

    private static bool HasScriptBlock(ExpressionAst right) =>
        right is ScriptBlockExpressionAst || right is ArrayLiteralAst { Elements: var elements } && elements.Any(element => element is ScriptBlockExpressionAst);

    private static bool IsNewAccelerator(string name) => NewAccelerators.Contains(name.TrimEnd('[', ']'));

    private static readonly HashSet<string> NewAccelerators = new(StringComparer.OrdinalIgnoreCase)
    {
        "short", "ushort", "uint", "ulong", "semver", "pspropertyexpression", "ExperimentalFeature", "ExperimentalAction", "ValidateNotNullOrWhiteSpace", "ValidateUserDrive", "NoRunspaceAffinity",
    };

    // Binary literals, and the suffixes for signed and unsigned types and big integers. 5.1 has l and d only (before kb, mb, ...).
    private static readonly Regex NewNumber = new("^0b|^[0-9][0-9.]*(?:e[0-9]+)?(?:u|u?[ys]|ul|n)(?:[kmgtp]b)?$|^0x[0-9a-f]+(?:u|u?[ys]|ul|n)$", RegexOptions.IgnoreCase);

    private static readonly Regex NewEscape = new("(?<!`)(?:``)*`(?:e|u\\{)");
}

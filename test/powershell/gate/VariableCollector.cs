using System.Management.Automation.Language;

namespace Remedyc.ParserGate;

/// <summary>
/// Finds variables that a function reads and nothing in it assigns: under StrictMode they throw, or they are a caller's by accident.
/// Variables with a scope or drive ($script:x, $env:x, $using:x) are left alone: who assigns them is not to be seen here.
/// </summary>
internal static class VariableCollector
{
    /// <summary>about_Automatic_Variables and about_Preference_Variables of 5.1.</summary>
    private static readonly HashSet<string> Automatic = new(StringComparer.OrdinalIgnoreCase)
    {
        "_", "$", "?", "^", "args", "ConsoleFileName", "Error", "ExecutionContext", "false", "foreach", "HOME", "Host", "input", "LASTEXITCODE", "Matches", "MyInvocation", "NestedPromptLevel", "null", "PID",
        "PROFILE", "PSBoundParameters", "PSCmdlet", "PSCommandPath", "PSCulture", "PSDebugContext", "PSHOME", "PSItem", "PSScriptRoot", "PSSenderInfo", "PSUICulture", "PSVersionTable", "PWD", "ShellId",
        "StackTrace", "switch", "this", "true", "ConfirmPreference", "DebugPreference", "ErrorActionPreference", "ErrorView", "FormatEnumerationLimit", "InformationPreference", "MaximumHistoryCount", "OFS",
        "OutputEncoding", "ProgressPreference", "PSDefaultParameterValues", "PSModuleAutoLoadingPreference", "VerbosePreference", "WarningPreference", "WhatIfPreference",
    };

    private static readonly HashSet<string> Receiving = new(StringComparer.OrdinalIgnoreCase)
    {
        "OutVariable", "ov", "ErrorVariable", "ev", "WarningVariable", "wv", "InformationVariable", "iv", "PipelineVariable", "pv",
    };

    public static void Collect(ScriptBlockAst tree, FileFacts facts)
    {
        foreach (var scope in Scopes.Of(tree))
        {
            var assigned = Assigned(scope);
            foreach (var variable in scope.Nodes.OfType<VariableExpressionAst>())
            {
                var name = variable.VariablePath;
                if (!name.IsUnqualified || Automatic.Contains(name.UserPath) || assigned.Contains(name.UserPath)) continue;
                facts.Unassigned.Add(new NameFact(GateServer.PlaceOf(variable.Extent), name.UserPath));
            }
        }
    }

    private static HashSet<string> Assigned(Scope scope)
    {
        var assigned = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in scope.Parameters) assigned.Add(parameter.Name.VariablePath.UserPath);
        foreach (var node in scope.Nodes)
        {
            switch (node)
            {
                case AssignmentStatementAst assignment:
                    foreach (var target in Targets(assignment.Left)) assigned.Add(Unscoped(target));
                    break;
                case ForEachStatementAst loop:
                    assigned.Add(loop.Variable.VariablePath.UserPath);
                    break;
                case CommandAst command:
                    foreach (var name in Received(command)) assigned.Add(name);
                    break;
            }
        }
        return assigned;
    }

    private static IEnumerable<VariableExpressionAst> Targets(ExpressionAst left) => left switch
    {
        VariableExpressionAst variable => [variable],
        AttributedExpressionAst attributed => attributed.Child is ExpressionAst child ? Targets(child) : [],
        ArrayLiteralAst list => list.Elements.SelectMany(Targets),
        ParenExpressionAst { Pipeline: PipelineAst { PipelineElements: [CommandExpressionAst { Expression: var inner }] } } => Targets(inner),
        _ => [],
    };

    /// <summary>An assignment to $script:x or $private:x also makes $x readable here.</summary>
    private static string Unscoped(VariableExpressionAst variable) => variable.VariablePath.UserPath.Split(':')[^1];

    /// <summary>Names given to Set-Variable -Name, New-Variable -Name, -OutVariable and the like.</summary>
    private static IEnumerable<string> Received(CommandAst command)
    {
        var sets = command.GetCommandName() is { } name && (name.Equals("Set-Variable", StringComparison.OrdinalIgnoreCase) || name.Equals("New-Variable", StringComparison.OrdinalIgnoreCase));
        for (var i = 1; i < command.CommandElements.Count; i++)
        {
            var value = command.CommandElements[i] is CommandParameterAst parameter && (Receiving.Contains(parameter.ParameterName) || sets && parameter.ParameterName.Equals("Name", StringComparison.OrdinalIgnoreCase))
                ? parameter.Argument ?? (i + 1 < command.CommandElements.Count ? command.CommandElements[i + 1] : null)
                : sets && i == 1 ? command.CommandElements[1] : null;
            if (value is StringConstantExpressionAst constant) yield return constant.Value.TrimStart('+');
        }
    }
}

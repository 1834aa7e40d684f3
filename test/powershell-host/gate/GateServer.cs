namespace Remedyc.PowerShellHost.Gate;
internal static class GateServer { public static int Run(Stream input, TextWriter output) => 0; }

namespace Remedyc.PowerShellHost;
internal static class Server { public static int Run(Stream input, TextWriter output) => 0; }

import { getLineColumn } from "../../source/source-file.ts";
import type { Span } from "../../source/source-file.ts";
import { diagnosticCatalog } from "../catalog.ts";
import type { Diagnostic } from "../diagnostic.ts";

/** What a service shows of a code, whether it was found or not. `help` is Markdown. */
export interface RuleDescription {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly full: string;
  readonly help: string;
}

/** Diagnostics as a SARIF 2.1.0 log (OASIS): what code-scanning services read. Columns count UTF-16 code units, as `columnKind` says. `described`: codes that stand among the rules also where nothing of them was found. */
export function toSarif(diagnostics: readonly Diagnostic[], version: string, described: readonly RuleDescription[] = []): object {
  const codes = [...new Set([...diagnostics.map((diagnostic) => diagnostic.code), ...described.map(({ id }) => id)])].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "remedyc",
            semanticVersion: version,
            rules: codes.map((code) => ({
              id: code,
              ...describe(described.find(({ id }) => id === code)),
              defaultConfiguration: { level: diagnosticCatalog[code as keyof typeof diagnosticCatalog].severity },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => ({
          ruleId: diagnostic.code,
          ruleIndex: codes.indexOf(diagnostic.code),
          level: diagnostic.severity,
          message: { text: diagnostic.message },
          locations: diagnostic.span ? [toLocation(diagnostic.span)] : [],
          relatedLocations: diagnostic.related.map((related, id) => ({
            id,
            message: { text: related.message },
            ...toLocation(related.span),
          })),
          ...(diagnostic.suggestion ? { fixes: [toFix(diagnostic.suggestion)] } : {}),
        })),
      },
    ],
  };
}

function describe(rule: RuleDescription | undefined): object {
  if (!rule) return {};
  return {
    name: rule.name,
    shortDescription: { text: rule.short },
    fullDescription: { text: rule.full },
    help: { text: rule.full, markdown: rule.help },
  };
}

function toLocation(span: Span): object {
  return { physicalLocation: { artifactLocation: toArtifact(span), region: toRegion(span) } };
}

/** A relative reference; SARIF wants URIs, so blanks and the like are percent-encoded. */
function toArtifact(span: Span): object {
  return { uri: span.file.path.split(/[\\/]/).map(encodeURIComponent).join("/") };
}

function toRegion(span: Span): object {
  const start = getLineColumn(span.file, span.start);
  const end = getLineColumn(span.file, span.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function toFix(suggestion: NonNullable<Diagnostic["suggestion"]>): object {
  const files = new Set(suggestion.edits.map((edit) => edit.span.file));
  return {
    description: { text: suggestion.title },
    artifactChanges: [...files].map((file) => ({
      artifactLocation: toArtifact({ file, start: 0, end: 0 }),
      replacements: suggestion.edits
        .filter((edit) => edit.span.file === file)
        .map((edit) => ({ deletedRegion: toRegion(edit.span), insertedContent: { text: edit.text } })),
    })),
  };
}

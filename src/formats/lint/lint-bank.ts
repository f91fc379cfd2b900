import type { CardFile, SourceNote } from '../card-file/card-file.ts';
import type { Problem } from '../problem.ts';
import { findTwins } from './find-twins.ts';
import { lintCardFile } from './lint-card-file.ts';
import type { RuleName } from './lint-rule.ts';
import { noteRules } from './note-rules.ts';

/** A card file and where it lies. */
export interface LintedFile {
  readonly path: string;
  readonly file: CardFile;
}

interface Finding extends Problem {
  readonly rule: RuleName;
}

const ruleNames: readonly string[] = [
  ...noteRules.map(({ name }) => name),
  'duplicate' satisfies RuleName,
  'near-duplicate' satisfies RuleName,
];

/**
 * Judges what a machine can judge of all notes; `figures` are the names of those there are. A note is spared a rule that it waives with a reason;
 * a waiver that spares nothing is itself a problem, so that none outlives its cause.
 */
export function lintBank(
  files: readonly LintedFile[],
  figures: ReadonlySet<string>,
): (Problem & { readonly path: string })[] {
  const places = new Map<SourceNote, string>();
  for (const { path, file } of files) for (const note of file.notes) places.set(note, path);
  const twins = findTwinFindings(places);

  return files.flatMap(({ path, file }) => {
    const context = { sources: file.sources, figures };
    const problems = file.notes.flatMap((note) => {
      const findings: Finding[] = noteRules.flatMap(({ name, check }) =>
        check(note, context).map((problem) => ({ ...problem, rule: name })),
      );
      return applyWaivers(note, [...findings, ...(twins.get(note) ?? [])]);
    });
    return [...lintCardFile(file), ...problems].map((problem) => ({ ...problem, path }));
  });
}

function findTwinFindings(places: ReadonlyMap<SourceNote, string>): Map<SourceNote, Finding[]> {
  const findings = new Map<SourceNote, Finding[]>();
  for (const { note, earlier, rule } of findTwins([...places.keys()])) {
    const how = rule === 'duplicate' ? 'the same' : 'nearly the same';
    const message = `This asks ${how} as "${earlier.id}" (${places.get(earlier) ?? ''}:${earlier.line}). Ask about what sets the two apart, or keep one.`;
    findings.set(note, [...(findings.get(note) ?? []), { line: note.line, message, rule }]);
  }
  return findings;
}

function applyWaivers(note: SourceNote, findings: readonly Finding[]): Problem[] {
  const waived = new Set(note.waivers.map(({ rule }) => rule));
  const found = new Set<string>(findings.map(({ rule }) => rule));
  const idle = note.waivers
    .filter(({ rule }) => !found.has(rule))
    .map(({ rule, line }) => ({
      line,
      message: ruleNames.includes(rule)
        ? `This note does not break the rule "${rule}". Take the waiver out.`
        : `There is no rule "${rule}" to waive. The rules are: ${ruleNames.join(', ')}.`,
    }));
  const left = findings
    .filter(({ rule }) => !waived.has(rule))
    .map(({ line, message, rule }) => ({
      line,
      message: `${message} [${rule}]`,
    }));
  return [...left, ...idle];
}

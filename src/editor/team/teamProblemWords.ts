import { DiagnosticSeverity, l10n } from 'vscode';
import type { TeamProblem, TeamProblemCode } from '../../core/team/valueReader';
import { visibleText } from '../host/visibleText';

/** What only waits to be filled in is no mistake. */
const severities: Readonly<Partial<Record<TeamProblemCode, DiagnosticSeverity>>> = {
  json: DiagnosticSeverity.Error,
  missing: DiagnosticSeverity.Information,
  'unknown-key': DiagnosticSeverity.Information,
};

export function problemSeverity({ code }: TeamProblem): DiagnosticSeverity {
  return severities[code] ?? DiagnosticSeverity.Warning;
}

/** What is wrong, and what to write instead. */
export function problemSentence({ code, path, value }: TeamProblem): string {
  const shown = visibleText(value, 60);
  const key = visibleText(path.split('.').at(-1) ?? path, 60);
  switch (code) {
    case 'json':
      return l10n.t('This is not JSON from here on. What comes before is used.');
    case 'too-large':
      return l10n.t('This is more than a team file may hold. The rest is not used.');
    case 'type':
      return l10n.t('{0} has another type here. The value is not used.', key);
    case 'hours':
      return l10n.t('{0} is not a time of work such as "09:00-17:30".', shown);
    case 'day':
      return l10n.t('{0} is not a day: mon, tue, wed, thu, fri, sat or sun.', shown);
    case 'date':
      return l10n.t('{0} is not a date such as "2026-12-24" or "2026-12-24/2027-01-01".', shown);
    case 'zone-abbreviation':
      return l10n.t('{0} stands for several zones, or for half a year. Write a place, such as "Europe/London".', shown);
    case 'zone-offset':
      return l10n.t('{0} is an offset, and clocks change. Write a place, such as "Europe/London".', shown);
    case 'zone-unknown':
      return l10n.t('{0} is not the name of a zone. Write a place, such as "Europe/London".', shown);
    case 'unknown-key':
      return l10n.t('A team file has no "{0}".', key);
    case 'unknown-name':
      return l10n.t('No member is called {0}.', shown);
    case 'repeated':
      return l10n.t('{0} is here twice.', shown);
    case 'missing':
      return key === 'zone'
        ? l10n.t('The time zone is missing: nobody can tell when they are at work.')
        : l10n.t('"{0}" is missing.', key);
  }
}

import { codeText, inlineText } from '../../text/escape';
import type { HandoffInput, Risk } from '../handoffInput';
import { count, listedUpTo } from '../words';

const maxFiles = 3;

/** Why a change needs a second look. */
const reasons: Readonly<Record<Risk['code'], string>> = {
  migration: 'schema or data; rolling back the code does not undo it',
  'lock-file': 'which dependencies are installed',
  configuration: 'configuration',
  secret: 'may hold a secret; look before it is pushed',
  authorisation: 'sign-in or permissions, by its path',
  'public-api': 'an interface that others may call, by its path',
  'moved-api': 'not under this path any more, by which code elsewhere may load it',
  deletion: 'deleted',
  large: 'a large change',
  'no-tests': 'code changed, and no test with it',
  'other-owners': 'owners in CODEOWNERS',
  ci: 'how it is built or released',
};

export function riskyChanges({ risks }: HandoffInput): string[] {
  const rows = risks.map((risk) => `- ${riskRow(risk)}`);
  return rows.length > 0 ? ['### Risky changes', '', ...rows] : [];
}

export function riskRow({ code, files, count: number, detail }: Risk): string {
  const more = detail === '' ? '' : ` (${inlineText(detail, 80)})`;
  const names = listedUpTo(maxFiles, files.slice(0, maxFiles).map(codeText), number);
  // Three file names say nothing about the size of a whole change.
  return `${names === '' || code === 'large' ? count(number, 'file') : names}: ${reasons[code]}${more}`;
}

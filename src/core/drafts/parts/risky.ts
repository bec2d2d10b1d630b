import { codeText, inlineText } from '../escape';
import type { HandoffInput, Risk } from '../handoffInput';
import { count, listedUpTo } from '../words';

const maxFiles = 3;

/** Why somebody should look twice; the words name what can go wrong, not how bad it is. */
const reasons: Readonly<Record<Risk['code'], string>> = {
  migration: 'Changes a schema or data: rolling back the code does not roll it back',
  'lock-file': 'Changes what is installed',
  configuration: 'Changes configuration',
  secret: 'May hold a secret: check before it is pushed',
  authorisation: 'Changes who may do what',
  'public-api': 'Changes what others call',
  deletion: 'Deletes files',
  large: 'Is large',
  'no-tests': 'Changes code and no test',
  'other-owners': 'Belongs to other owners',
  ci: 'Changes how it is built or released',
};

export function riskyChanges({ risks }: HandoffInput): string[] {
  const rows = risks.map((risk) => `- ${riskRow(risk)}`);
  return ['### Risky changes', '', ...(rows.length > 0 ? rows : ['None of the usual signs.'])];
}

function riskRow({ code, files, count: number, detail }: Risk): string {
  const more = detail === '' ? '' : ` (${inlineText(detail, 80)})`;
  const names = listedUpTo(maxFiles, files.slice(0, maxFiles).map(codeText), number);
  return `${reasons[code]}${more}: ${names === '' ? count(number, 'file') : names}`;
}

import { l10n } from 'vscode';
import { answerWith } from '../../host/answer';
import { commands } from '../../host/ids';
import { visibleText } from '../../host/visibleText';
import { shortName } from '../words/recordWords';
import { refusalSentence } from '../words/refusalSentence';
import { statusWord } from '../words/statusWords';
import type { Refused } from './recordEdits';

/** Says why a record is not changed, with the way to where a person can do it. */
export async function sayRefused({ placed: { folder, record }, why }: Refused): Promise<void> {
  const sentence = refusalSentence(why, visibleText(shortName(record), 60), visibleText(statusWord(record)));
  if (why === 'gone') await answerWith(sentence, l10n.t('Read Records Again'), commands.refresh);
  else {
    const place = { folder: folder.uri.toString(), path: record.path };
    await answerWith(sentence, l10n.t('Open Record'), commands.openRecord, place);
  }
}

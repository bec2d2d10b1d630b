import type { TextDocument } from 'vscode';
import { join } from '../../core/files/paths';
import { linkedFiles, withAddresses } from '../../core/permalinks/repositoryLinks';
import { readFileAddresses } from '../../git/permalink/readFileAddresses';
import { GitUnanswered } from '../../git/result';
import { knownHosts } from '../host/knownHosts';
import { draftPlace } from '../workspace/folderDocuments';
import type { LazyGit } from '../workspace/lazyGit';

/**
 * The part of a draft that is sent or copied, with links to files of the repository turned into addresses of its host:
 * in an issue, a comment or a chat, a path relative to the draft's folder leads nowhere. Unchanged where git may not be
 * asked, or nothing of the repository has an address.
 * @param markdown the document's text, or what is left of it
 */
export async function readableAnywhere(
  document: Pick<TextDocument, 'uri' | 'isUntitled'>,
  markdown: string,
  git: LazyGit,
): Promise<string> {
  const draft = markdown.includes('](') ? draftPlace(document) : null;
  const place = draft && (await git.open(draft.folder.uri));
  if (!place) return markdown;
  const { runner, repository, prefix } = place;
  // The links of an untitled draft are relative to the top of the folder.
  const from = join(prefix, draft.path ?? 'draft.md');
  const files = linkedFiles(markdown, from);
  if (files.length === 0) return markdown;
  try {
    const addresses = await readFileAddresses(runner, repository, files, knownHosts(draft.folder));
    return addresses === null ? markdown : withAddresses(markdown, from, addresses);
  } catch (error) {
    // The text is sent unchanged: a link that leads nowhere is no reason not to send it.
    if (error instanceof GitUnanswered) return markdown;
    throw error;
  }
}

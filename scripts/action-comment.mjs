// The one comment that the GitHub Action keeps on a pull request (action.yml, input `comment`): what the change has to do
// with decisions, as `meridian check --comment` writes it. It is found again by its first line, rewritten in place, and
// deleted where there is nothing to say any more. Each write is sent once (docs/adr/0012).

/** As `commentMarker` in src/core/pullRequests/changeComment.ts; a test holds the two together. */
export const marker = '<!-- meridian: decisions of this change -->';

const pageSize = 100;
/** A pull request with more pages of comments gets none, because an existing one could be on a page that is not read. */
const mostPages = 20;

/**
 * The pull request that an event of GitHub Actions is about.
 * @param {any} event as in the file that GITHUB_EVENT_PATH names
 * @returns {{ number: number, base: string } | string} a sentence that says why, where it gets no comment
 */
export function pullRequestOf(event) {
  const pull = event?.pull_request;
  if (!Number.isInteger(pull?.number)) return 'no comment: this is no run for a pull request';
  // The job of a fork may not write, and a job that may (`pull_request_target`) must not write text from a fork.
  if (pull.head?.repo?.full_name !== event.repository?.full_name) return 'no comment: the pull request is from a fork';
  return { number: pull.number, base: pull.base.sha };
}

/**
 * Writes, rewrites or deletes the comment, so that it has the given text.
 * @param {{ api: string, repository: string, number: number, token: string }} place
 * @param {string} text '' for none
 * @returns {Promise<'written' | 'rewritten' | 'removed' | 'kept' | 'nothing to say'>}
 * @throws Error with a sentence
 */
export async function putComment({ api, repository, number, token }, text) {
  const root = `${api}/repos/${repository}/issues`;
  const call = async (method, path, body) => {
    const answer = await fetch(`${root}${path}`, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'user-agent': 'meridian-check',
        'x-github-api-version': '2022-11-28',
      },
      ...(body === undefined ? {} : { body: JSON.stringify({ body }) }),
      redirect: 'error',
    });
    if (answer.ok) return answer.status === 204 ? null : answer.json();
    const hint = answer.status === 403 ? '; the job needs `permissions: pull-requests: write`' : '';
    throw new Error(`no comment: GitHub answered ${answer.status} to ${method}${hint}`);
  };
  const own = await findOwn((page) => call('GET', `/${number}/comments?per_page=${pageSize}&page=${page}`));
  if (text === '') {
    if (own === null) return 'nothing to say';
    await call('DELETE', `/comments/${own.id}`);
    return 'removed';
  }
  if (own?.body === text) return 'kept';
  if (own !== null) await call('PATCH', `/comments/${own.id}`, text);
  else await call('POST', `/${number}/comments`, text);
  return own === null ? 'written' : 'rewritten';
}

/** The Action's own comment, or null. A person's comment with a copied marker does not count: only a bot's is rewritten. */
async function findOwn(read) {
  for (let page = 1; page <= mostPages; page++) {
    const comments = await read(page);
    const own = comments.find(({ body, user }) => user?.type === 'Bot' && String(body ?? '').startsWith(marker));
    if (own) return own;
    if (comments.length < pageSize) return null;
  }
  throw new Error(`no comment: the pull request has more than ${mostPages * pageSize}`);
}

import assert from 'node:assert/strict';
import { draftPullRequest } from '../../../src/core/pullRequests/draftPullRequest';
import { branchCommit, pullRequest, template } from './support';

const form = template(
  'Because\n\n- Reason\n\nThis commit\n\n- Change\n\nPlease keep it short, always.\n\nFixes #number\n',
);
const body = 'Because\n\n- Two wrote at once\n\nThis commit\n\n- Locks the row\n\nExplain says it is cheap.\n';

function drafted(bodies: readonly string[], shape = form): string {
  const commits = bodies.map((each, at) => branchCommit(9 - at, `Lock the row ${at}`, { body: each }));
  return draftPullRequest(pullRequest(commits), shape).text;
}

describe('a message in the form of its own template', () => {
  it('is told below the labels of the template, each part once, and nothing else asks for it', () => {
    const text = drafted([body]);
    assert.match(
      text,
      /^Because\n\n- Two wrote at once\n\nThis commit\n\n- Locks the row\n\nExplain says it is cheap\.\n/,
    );
    for (const once of ['Because', 'This commit', 'Locks the row']) assert.equal(text.split(once).length, 2, text);
    assert.doesNotMatch(text, /‹(?:why|what changed)|- (?:Reason|Change)$/m);
  });

  it('keeps the rules of the template and the place of its issue', () => {
    assert.match(drafted([body]), /^Please keep it short, always\.$[\s\S]*^Fixes #number$/m);
  });

  it('tells what else is known below it', () => {
    assert.ok(drafted([body]).indexOf('**Risk**') !== 0);
    assert.match(drafted([body]), /Explain says it is cheap\.[\s\S]*\*\*Feedback wanted\*\*/);
  });

  it('keeps a result that no other label asks for', () => {
    const shape = template(
      'Motivation:\n\nExplain why.\n\nModifications:\n\n- List the changes.\n\nResult:\n\n- Closes #<issue number>.\n',
    );
    const text = drafted(
      ['Motivation:\n\nTwo wrote at once.\n\nModifications:\n\n- Lock the row\n\nResult:\n\nNo row is lost.\n'],
      shape,
    );
    assert.match(
      text,
      /^Motivation:\n\nTwo wrote at once\.\n\nModifications:\n\n- Lock the row\n\nResult:\n\nNo row is lost\.$/m,
    );
    assert.equal(text.split('Result:').length, 2, text);
  });

  it('is none where several commits have messages, where only one label is there, or above a label is text', () => {
    for (const bodies of [[body, body], ['Because\n\n- Two wrote at once'], [`The lock.\n\n${body}`]])
      assert.match(drafted(bodies), /^Because\n\n- Reason$/m);
  });
});

import assert from 'node:assert/strict';
import { renderRecord } from '../../../../src/core/render/renderRecord';
import { projectOf } from '../../project/projectSupport';
import { memoryFiles } from '../../support/memoryFiles';

const path = 'runbooks/source/restore.html.md.erb';
const text = `---
title: Restore the ledger
owner_slack: "#ledger"
---

# <%= current_page.data.title %>

<% if
  internal %>
## Steps

1. Stop it with \`ledger stop <%= env %>\`
2. See [the other](other.html)
<% end %>
<%= partial 'partials/footer' %>
`;

describe('a document that a generator fills in', () => {
  it('is a record with what is written in it, and none of the instructions', async () => {
    const project = projectOf(
      memoryFiles({
        [path]: text,
        'runbooks/source/other.html.md.erb': '# Other\n\n1. Look\n',
        'a.md': '[x](runbooks/source/restore.html)',
      }),
    );
    await project.load();
    const [, record] = project.records().filter(({ kind }) => kind === 'runbook');
    assert.deepEqual(
      [record?.path, record?.title, record?.runbook?.firstSteps],
      [path, 'Restore the ledger', ['Stop it with ledger stop …', 'See the other']],
    );
    const html = await renderRecord(path, text, {
      idOf: () => null,
      imageUri: () => null,
      remoteImage: () => '',
      head: null,
      references: () => [],
    });
    assert.ok(!/&lt;%|partials|internal/.test(html.html), html.html);
  });
});

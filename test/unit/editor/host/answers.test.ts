import { deepEqual } from 'node:assert/strict';
import { editorFiles, visitSyntax } from '../../../../scripts/l10n.mjs';

describe('answers to a command that does nothing', () => {
  it('lead to the folder that they ask for', () => {
    const bare: string[] = [];
    for (const [file, source] of editorFiles()) {
      visitSyntax(source, (node) => {
        if (node.type === 'CallExpression' && node.callee.name === 'answerNoFolder') return false;
        if (node.type === 'Literal' && /^Open a folder first/.test(node.value)) bare.push(`${file}: ${node.value}`);
        return true;
      });
    }
    deepEqual(bare, []);
  });
});

import { deepEqual } from 'node:assert/strict';
import { NewFolders } from '../../../../src/editor/workspace/newFolders';

describe('folders that appeared', () => {
  let due: (() => void) | undefined;
  let looked: (readonly string[])[];
  let folders: NewFolders;

  beforeEach(() => {
    due = undefined;
    looked = [];
    const after = (_: number, action: () => void) => {
      due = action;
      return () => {
        due = undefined;
      };
    };
    folders = new NewFolders({ after }, (all) => looked.push(all));
  });

  it('are looked at once more, all together, when a while has gone by since the last one', () => {
    folders.note(['docs']);
    const first = due;
    folders.note(['docs', 'docs/adr', 'src/a/b', 'src2']);
    deepEqual(first === due, false);
    due?.();
    // What is below another comes with it.
    deepEqual(looked, [['docs', 'src/a/b', 'src2']]);
    deepEqual(due, undefined);
  });

  it('are not where there are none, or once the folder of the window is closed', () => {
    folders.note([]);
    deepEqual(due, undefined);
    folders.note(['docs']);
    folders.dispose();
    deepEqual([due, looked], [undefined, []]);
  });
});

import { deepEqual, equal, notEqual, rejects } from 'node:assert/strict';
import { LazyFeature } from '../../../../src/editor/host/lazyFeature';

class Part {
  isDisposed = false;
  dispose(): void {
    this.isDisposed = true;
  }
}

describe('a feature that is loaded when it is needed', () => {
  it('is made once, for everything that needs it', async () => {
    let made = 0;
    const feature = new LazyFeature(async () => {
      made++;
      return new Part();
    });
    equal(made, 0);
    const [first, second] = await Promise.all([feature.load(), feature.load()]);
    equal(first, second);
    equal(await feature.load(), first);
    equal(made, 1);
  });

  it('is tried again at the next use after a load that failed', async () => {
    const answers = [() => Promise.reject(new Error('no chunk')), async () => new Part()];
    const feature = new LazyFeature<Part>(() => (answers.shift() ?? (() => Promise.reject(new Error('third'))))());
    const [one, two] = await Promise.allSettled([feature.load(), feature.load()]);
    deepEqual([one.status, two.status, answers.length], ['rejected', 'rejected', 1]);
    const part = await feature.load();
    equal(await feature.load(), part);
  });

  it('has a substitute while it is missing, and only then', async () => {
    const substitutes: Part[] = [];
    const failed = () => {
      const substitute = new Part();
      substitutes.push(substitute);
      return substitute;
    };
    let isBroken = true;
    const feature = new LazyFeature(async () => {
      if (isBroken) throw new Error('no chunk');
      return new Part();
    }, failed);
    await rejects(feature.load(), /no chunk/);
    await rejects(feature.load(), /no chunk/);
    const shown = () => substitutes.map(({ isDisposed }) => !isDisposed);
    deepEqual(shown(), [false, true]);
    isBroken = false;
    await feature.load();
    deepEqual(shown(), [false, false]);
  });

  it('is disposed also while it is being loaded, and made anew afterwards', async () => {
    const feature = new LazyFeature(async (parts) => parts.add(new Part()));
    const loading = feature.load();
    feature.dispose();
    const first = await loading;
    await Promise.resolve();
    equal(first.isDisposed, true);
    const second = await feature.load();
    notEqual(second, first);
    equal(second.isDisposed, false);
  });

  it('leaves nothing behind of a load that fails halfway, once its substitute is made', async () => {
    const made: Part[] = [];
    let isLeft: boolean | undefined;
    let isBroken = true;
    const feature = new LazyFeature(
      async (parts) => {
        made.push(parts.add(new Part()));
        if (isBroken) throw new Error('halfway');
        return made;
      },
      () => {
        isLeft = made.some(({ isDisposed }) => !isDisposed);
        return new Part();
      },
    );
    await rejects(feature.load(), /halfway/);
    equal(isLeft, false);
    isBroken = false;
    await feature.load();
    deepEqual(
      made.map(({ isDisposed }) => isDisposed),
      [true, false],
    );
  });

  it('keeps nothing of what it registers after its end', async () => {
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const feature = new LazyFeature(async (parts) => {
      await gate;
      return parts.add(new Part());
    });
    const loading = feature.load();
    feature.dispose();
    go();
    equal((await loading).isDisposed, true);
  });

  it('leaves no substitute behind where it fails after it was disposed', async () => {
    let made = 0;
    const feature = new LazyFeature<Part>(
      () => Promise.reject(new Error('late')),
      () => {
        made++;
        return new Part();
      },
    );
    const loading = feature.load();
    feature.dispose();
    await rejects(loading, /late/);
    equal(made, 0);
  });
});

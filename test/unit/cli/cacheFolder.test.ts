import assert from 'node:assert/strict';
import { cacheFolder } from '../../../src/cli/cacheFolder';
import { isIn } from '../../../src/disk/diskAccess';

describe('where the command line keeps facts', () => {
  it('is where the system wants it', () => {
    assert.equal(cacheFolder('linux', {}, '/home/ann'), '/home/ann/.cache/meridian');
    assert.equal(cacheFolder('linux', { XDG_CACHE_HOME: '/var/cache/ann' }, '/home/ann'), '/var/cache/ann/meridian');
    assert.equal(cacheFolder('darwin', {}, '/Users/ann'), '/Users/ann/Library/Caches/meridian');
    const local = 'C:\\Users\\ann\\AppData\\Local';
    assert.equal(cacheFolder('win32', { LOCALAPPDATA: local }, 'C:\\Users\\ann'), `${local}\\Meridian\\Cache`);
  });

  it('is nowhere without a place, and never relative to where the call is made', () => {
    assert.equal(cacheFolder('linux', { XDG_CACHE_HOME: '.cache' }, '/home/ann'), '/home/ann/.cache/meridian');
    assert.equal(cacheFolder('linux', {}, ''), null);
    assert.equal(cacheFolder('win32', { LOCALAPPDATA: 'cache' }, 'C:\\Users\\ann'), null);
    assert.equal(cacheFolder('win32', {}, 'C:\\Users\\ann'), null);
  });

  it('is known to be in a repository, which could bring facts of its own', () => {
    assert.ok(isIn('/w/app', '/w/app/.cache/meridian'));
    assert.ok(isIn('/w/app', '/w/app'));
    assert.ok(isIn('/', '/home/ann/.cache/meridian'));
    assert.ok(!isIn('/w/app', '/w/app-cache/meridian'));
    assert.ok(!isIn('/w/app', '/w'));
    assert.ok(isIn('/w/app', '/w/app/..cache'));
  });
});

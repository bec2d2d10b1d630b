import { equal } from 'node:assert/strict';
import { type MachineClock, machineZone } from '../../../src/disk/machineZone';

describe('the zone of the machine', () => {
  const links = new Map([
    ['/etc/localtime', '/usr/share/zoneinfo/Europe/Berlin'],
    ['/usr/share/zoneinfo/right/Asia/Tokyo', '/usr/share/zoneinfo/right/Asia/Tokyo'],
    ['/etc/odd', '/etc/odd'],
    ['/etc/hostile', '/usr/share/zoneinfo/No/Such'],
  ]);
  const realpath = (file: string): string => {
    const found = links.get(file);
    if (found === undefined) throw new Error('ENOENT');
    return found;
  };
  const cases: readonly (readonly [what: string, clock: Omit<MachineClock, 'realpath'>, zone: string])[] = [
    ['is what the engine says', { engineZone: 'Asia/Kolkata', tz: undefined }, 'Asia/Kolkata'],
    ['is where the file leads that TZ names', { engineZone: undefined, tz: ':/etc/localtime' }, 'Europe/Berlin'],
    [
      'is in the name of that file',
      { engineZone: undefined, tz: '/usr/share/zoneinfo/right/Asia/Tokyo' },
      'Asia/Tokyo',
    ],
    ['is UTC where TZ is empty', { engineZone: 'Etc/Unknown', tz: '' }, 'UTC'],
    ['is UTC where TZ names nothing', { engineZone: undefined, tz: 'Foo/Bar' }, 'UTC'],
    ['is UTC where the file is no link to a zone', { engineZone: undefined, tz: ':/etc/odd' }, 'UTC'],
    ['is UTC where the file is not there', { engineZone: undefined, tz: ':/etc/none' }, 'UTC'],
    ['is UTC where nobody knows the zone', { engineZone: undefined, tz: ':/etc/hostile' }, 'UTC'],
  ];
  for (const [what, clock, zone] of cases) it(what, () => equal(machineZone({ ...clock, realpath }), zone));
});

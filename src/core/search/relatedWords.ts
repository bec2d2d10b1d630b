import { searchWords } from './words';

/**
 * Synonyms in texts about software: the asker does not know which of them the record uses. Each row works in every
 * direction; a word may be in several.
 */
const groups: readonly string[] = [
  'delete remove purge drop erase discard',
  'login signin authenticate authentication auth',
  'permission authorization access role',
  'setting config configuration option parameter flag',
  'metric telemetry observability monitor monitoring trace',
  'database db sql',
  'certificate cert tls ssl',
  'encrypt encryption cipher',
  'personal pii private sensitive',
  'library package dependency module',
  'deploy release rollout ship publish',
  'error failure exception crash fault panic',
  'limit maximum max cap quota size',
  'expire expiry ttl timeout',
  'image picture photo thumbnail',
  'user account member person',
  'organization team group',
  'translation i18n localization internationalization locale',
  'folder directory layout',
  'name naming convention',
  'split break separate decouple',
  'merge combine unify',
  'replace migrate migration move switch adopt',
  'performance fast slow speed latency',
  'price fee cost payment',
  'buy purchase sell sale resale secondary',
  'favorite favourite bookmark',
  'temporary ephemeral transient short-lived',
  'undo revert rollback',
  'backup restore recover recovery',
  'schedule cron job',
  'diagram drawing draw chart',
  'null nullable optional',
  'oldest minimum min lowest',
  'legacy deprecated obsolete old',
  'async asynchronous await',
  'pattern match matching',
  'repository repo',
  'documentation docs doc',
  'message event notification',
  'browser web',
  'memory ram heap',
  'storage store persist persistence save',
  'key token secret credential',
  'check validate validation verify',
  'prefer choose choice standard',
];

/** For each word as `searchWords` gives it, the others of its groups. */
export function relatedWords(): ReadonlyMap<string, ReadonlySet<string>> {
  const related = new Map<string, Set<string>>();
  for (const group of groups) {
    const words = new Set(searchWords(group));
    for (const word of words) {
      const others = related.get(word) ?? new Set();
      for (const other of words) if (other !== word) others.add(other);
      related.set(word, others);
    }
  }
  return related;
}

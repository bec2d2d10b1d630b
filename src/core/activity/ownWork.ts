import type { Identity, Interval, LostWork } from './activity';
import type { ActivitySource } from './activitySource';
import { broughtBackBy, partsBroughtBack } from './broughtBack';
import { type Change, changesIn } from './copies';
import type { CommitFact, FactGap, PatchFact, Person, RepositoryFacts, TakenBackFact } from './facts';
import { handPatch, withMergesByHand } from './handMerges';
import { withoutLostPicks } from './lostPicks';
import { lostIn, lostWork } from './lostWork';
import { isReleaseLine } from './merges';
import { placedCommit } from './placedCommit';
import type { Places } from './places';
import { commitsRevertedBy, isMadeAgain, isRevert, isWholeOf, takenBackBy, withoutReverted } from './reverts';
import { type OmissionReason, selectCommits } from './selection';
import { type Arrival, squashesIn } from './squashes';
import type { PlacedCommit } from './workItems';

/** What a person committed, as drafts report it, and what became of it. */
export interface OwnWork {
  /** Each change once, however often it was copied; changes that are not reported are among them. */
  readonly changes: readonly Change[];
  /** By hash of the commit, the squash-merge by which it arrived. */
  readonly squashed: ReadonlyMap<string, Arrival>;
  readonly placed: readonly PlacedCommit[];
  /** Work from before the interval that others reverted in it. */
  readonly lost: readonly LostWork[];
  /** Subjects of commits that were merged and that the person reverted, both in the interval. */
  readonly undone: readonly string[];
  readonly omitted: readonly OmissionReason[];
  readonly gaps: readonly FactGap[];
}

/** Whose commits are asked for, and of which time. */
export interface OwnQuestion {
  readonly who: Identity;
  readonly interval: Interval;
  /** Full hashes of the tips that the last handoff reported. */
  readonly told: readonly string[];
}

/** Reverts whose line counts are compared with those of what they take back. */
const mostReverts = 20;

/** Reads the patches of the person's own commits; those of others only to recognise a squash or a revert. */
export async function ownWorkIn(
  source: ActivitySource,
  facts: RepositoryFacts,
  places: Places,
  question: OwnQuestion,
  signal: AbortSignal,
): Promise<OwnWork> {
  const { who, interval, told } = question;
  const selection = selectCommits(facts, places, who, interval, told);
  const { selected, omitted, byHand } = await withMergesByHand(source, facts, selection, signal);
  const border = new Set(facts.shallowBorder);
  // At the border of a shallow clone every file looks new (docs/adr/0018).
  const asked = selected.filter(({ hash, parents }) => parents.length < 2 && !border.has(hash));
  const patches = await patchesOf(
    source,
    facts,
    asked.map(({ hash }) => hash),
    signal,
  );
  const candidates = selected.map((commit) => ({
    commit,
    place: places.of(commit.hash),
    patch: patches.get(commit.hash) ?? handPatch(byHand.get(commit.hash)),
  }));
  const changes = changesIn(candidates, places);
  const squashed = await squashesIn(facts, places, changes, {
    rangePatch: (base, tip) => source.rangePatch(facts, base, tip, signal),
    withPatches: async (commits) => {
      const hashes = commits.map(({ hash }) => hash);
      const found = await patchesOf(source, facts, hashes, signal);
      return commits.map((commit) => {
        return { commit, place: places.of(commit.hash), patch: found.get(commit.hash) ?? null, copies: [] };
      });
    },
  });
  const arrivals = new Set([...squashed.values()].map(({ hash }) => hash));
  const kept = changes.filter(({ commit }) => !arrivals.has(commit.hash));
  const { standing, landed } = withoutReverted(kept, places, squashed);
  const taken = takenBackBy(standing, places, squashed);
  const lasting = standing.filter(({ commit, patch }) => {
    const back = taken.get(commit.hash);
    return !back || !isMadeAgain(patch?.patchId ?? null, back.revert, standing, places);
  });
  const lost = lostIn(facts, places, who, interval);
  const reverts = [...taken.values(), ...lost.map(({ revert, original }) => ({ revert, original: original.hash }))];
  const compared = reverts.slice(0, mostReverts).flatMap(({ revert, original }) => [revert.hash, original]);
  const unread = compared.filter((hash) => !patches.has(hash));
  const ofReverts = new Map([...patches, ...(await patchesOf(source, facts, unread, signal))]);
  const isLost = ({ original, revert }: TakenBackFact) =>
    !isMadeAgain(ofReverts.get(original.hash)?.patchId ?? null, revert, changes, places);
  const gone = lost.filter(isLost);
  const placed = withoutLostPicks(lasting, places).map((change) => {
    const { hash } = change.commit;
    const landed = squashed.get(hash)?.hash ?? hash;
    const named = broughtBackBy(change.commit, facts, places);
    const again = named.length > 0 ? named : partsBroughtBack(change.patch, landed, gone, ofReverts, places);
    const back = taken.get(hash);
    const lineOfRevert = places.of(back?.revert.hash ?? hash).line ?? '';
    const isThere = places.of(landed).line === null && isReleaseLine(lineOfRevert);
    const by = back && !isThere ? { name: back.revert.author.name.trim(), whole: isWholeOf(back, ofReverts) } : null;
    const one = placedCommit(
      change,
      squashed.get(hash) ?? null,
      by,
      authorsTakenBack(change.commit, facts, places),
      places,
      question,
    );
    return again.length === 0 ? one : { ...one, told: { ...one.told, bringsBack: again } };
  });
  return {
    changes,
    squashed,
    placed,
    lost: gone.map((each) => lostWork(each, ofReverts)),
    undone: landed.map(({ commit }) => commit.subject.replace(/\s+/gu, ' ').trim()),
    omitted: [
      ...omitted,
      ...Array<'copy'>(selected.length - kept.length + standing.length - lasting.length).fill('copy'),
      ...Array<'reverted'>(kept.length - standing.length).fill('reverted'),
    ],
    gaps: gapOf(asked, patches),
  };
}

/** The authors of the commits that a commit takes back, by its message. */
function authorsTakenBack(
  { hash, body }: CommitFact,
  { takenBack = [] }: RepositoryFacts,
  { graph }: Places,
): readonly Person[] {
  const known = takenBack.filter(({ revert }) => revert.hash === hash);
  const here = commitsRevertedBy(body).flatMap((each) => graph.get(each) ?? []);
  const originals = known.length > 0 ? known.map(({ original }) => original) : here;
  // A revert of a revert takes back no author's work, and its own subject says what it brings back.
  if (originals.some(isRevert)) return [];
  const brought = known.flatMap((each) => (each.brought.length > 0 ? each.brought : [each.original]));
  return (known.length > 0 ? brought : here).map(({ author }) => author);
}

async function patchesOf(
  source: ActivitySource,
  facts: RepositoryFacts,
  hashes: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, PatchFact>> {
  return hashes.length === 0 ? new Map() : source.patches(facts, [...new Set(hashes)], signal);
}

function gapOf(asked: readonly CommitFact[], patches: ReadonlyMap<string, PatchFact>): readonly FactGap[] {
  const missing = asked.filter(({ hash }) => !patches.has(hash)).length;
  return missing === 0 ? [] : [{ what: 'statistics', reason: `no answer for ${missing} of ${asked.length} commits` }];
}

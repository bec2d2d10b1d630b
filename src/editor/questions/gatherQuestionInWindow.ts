import type { SecretMask } from '../../core/secrets/maskSecrets';
import { type GatheredQuestion, gatherQuestion, noPlaceFacts } from '../../core/tasks/gatherQuestion';
import { unknownWriter, type Writer } from '../../core/tasks/writer';
import type { FeatureServices } from '../host/featureServices';
import { knownHosts } from '../host/knownHosts';
import type { TeamFeature } from '../team/teamFeature';
import { writerIn } from '../team/writer';
import { folderFiles } from '../workspace/folderFiles';
import { folderOwnership } from '../workspace/folderOwnership';
import { type AskedAbout, shownCode } from './askedAbout';
import type { AskedPlace } from './askedPlace';
import { placeFacts } from './placeFacts';

interface Gathering {
  readonly services: FeatureServices;
  readonly team: TeamFeature;
  readonly mask: SecretMask;
  readonly signal: AbortSignal;
}

/** Gathers for the task what is in front of the person, whom the window can suggest, and what it can look up. */
export async function gatherQuestionInWindow(
  about: AskedAbout | null,
  place: AskedPlace,
  { services, team, mask, signal }: Gathering,
): Promise<GatheredQuestion> {
  const { project, folder, path, isFile, directory } = place;
  const [code, writer] = await Promise.all([about && shownCode(about), askerIn(place, team)]);
  return gatherQuestion({
    writer,
    path,
    isFile,
    code,
    mask,
    folder: folder
      ? {
          files: folderFiles(folder.uri, new Set()),
          project: project?.view ?? null,
          readCited: () => services.projects.whenRead(),
        }
      : null,
    git: async (selected) =>
      directory ? placeFacts(services.git, directory, selected, knownHosts(folder), signal) : noPlaceFacts,
    ownership: async () => (folder ? folderOwnership(services.git, folder.uri, writer.identity) : null),
  });
}

/** In Restricted Mode, and without a folder, no author is known, but a question can still be asked. */
async function askerIn({ folder }: AskedPlace, team: TeamFeature): Promise<Writer> {
  const writer = folder ? await writerIn(folder, team) : null;
  const known = folder ? (team.files.teamOf(folder)?.team ?? null) : null;
  return writer ?? unknownWriter(known, team.zone());
}

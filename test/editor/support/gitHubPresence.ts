import { meridian, sampleUri, until } from './meridian';

/** Waits until Meridian has read from the remotes that were just changed whether the sample has something at a GitHub. */
export async function untilGitHubIs(state: 'there' | 'none'): Promise<void> {
  const presence = await (await meridian()).features.presence.load();
  await until(() => presence.isAbsent(sampleUri('')) === (state === 'none'), presence.onDidChange);
}

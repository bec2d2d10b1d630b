import type { Disposable } from 'vscode';
import type { TeamFeature, TeamServices } from './teamFeature';

/** Keeps the code of the team out of the activation: it is loaded when everything else is registered. */
export class LazyTeam implements Disposable {
  private feature: Promise<TeamFeature> | undefined;
  private ended = false;

  constructor(private readonly services: TeamServices) {}

  start(): void {
    this.services.boundary.watch('team', this.load());
  }

  load(): Promise<TeamFeature> {
    this.feature ??= import('./teamFeature').then(({ TeamFeature }) => {
      const feature = new TeamFeature(this.services);
      if (this.ended) feature.dispose();
      return feature;
    });
    return this.feature;
  }

  async createTeamFile(): Promise<void> {
    await (await this.load()).createTeamFile();
  }

  dispose(): void {
    this.ended = true;
    this.feature?.then(
      (feature) => feature.dispose(),
      () => undefined,
    );
  }
}

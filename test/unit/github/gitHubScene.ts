import { clientAt, type Scene } from './clientAt';
import { ScriptedServer } from './scriptedServer';

/** What is there while a test runs, and not before. */
export interface GitHubScene {
  readonly server: ScriptedServer;
  readonly scene: Scene;
  /** A client that has asked for nothing yet, as each test begins with. */
  readonly renew: () => void;
}

/** A server for this `describe` that resets every connection until a test says what it answers. */
export function gitHubScene(options: { readonly isPaced?: boolean } = {}): GitHubScene {
  const here: { server?: ScriptedServer; scene?: Scene } = {};
  const gitHub: GitHubScene = {
    get server() {
      return running(here.server);
    },
    get scene() {
      return running(here.scene);
    },
    renew: () => {
      here.scene = clientAt(gitHub.server.origin, options);
    },
  };
  before(async () => {
    here.server = await ScriptedServer.start(() => 'reset');
  });
  beforeEach(gitHub.renew);
  after(() => here.server?.stop());
  return gitHub;
}

function running<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('there is a scene only while a test runs');
  return part;
}

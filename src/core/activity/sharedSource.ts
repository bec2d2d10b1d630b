import type { ActivityRequest, ActivitySource } from './activitySource';
import { ForwardingSource } from './forwardingSource';

/**
 * A source for the work of several people: branches that only a remote has are read too, and the same folder and time
 * are read once.
 */
export class SharedSource extends ForwardingSource {
  private readonly known = new Map<string, ReturnType<ActivitySource['read']>>();

  override read(request: ActivityRequest, signal: AbortSignal): ReturnType<ActivitySource['read']> {
    const { own: _, ...ofAll } = request;
    const key = JSON.stringify(ofAll);
    const found = this.known.get(key) ?? super.read({ ...ofAll, everyRemote: true }, signal);
    this.known.set(key, found);
    return found;
  }
}

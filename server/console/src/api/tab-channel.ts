import type { SessionReply } from '@kepu/shared/contracts/account';

export type TabMessage =
  | { kind: 'ask' }
  | { kind: 'session'; reply: SessionReply }
  | { kind: 'closed'; accountId: string };

/** How long other tabs of this browser may take to answer. */
const ANSWER_MS = 120;

/**
 * Lets the tabs of one browser share one session: a refresh token may be used once, so two tabs that
 * each kept a copy would end each other's session. Also why a link opened in a new tab needs no new log-in.
 */
export class TabChannel {
  private readonly channel = new BroadcastChannel('kepu-console-session');
  private readonly listeners = new Set<(message: TabMessage) => void>();

  constructor() {
    this.channel.onmessage = (event: MessageEvent<TabMessage>) => {
      for (const listener of [...this.listeners]) listener(event.data);
    };
  }

  say(message: TabMessage): void {
    this.channel.postMessage(message);
  }

  listen(listener: (message: TabMessage) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** A session another tab holds and that `fits`; null if none answers in time. */
  ask(fits: (reply: SessionReply) => boolean): Promise<SessionReply | null> {
    return new Promise((resolve) => {
      const finish = (reply: SessionReply | null) => {
        clearTimeout(timer);
        stop();
        resolve(reply);
      };
      const timer = setTimeout(() => finish(null), ANSWER_MS);
      const stop = this.listen((message) => {
        if (message.kind === 'session' && fits(message.reply)) finish(message.reply);
      });
      this.say({ kind: 'ask' });
    });
  }

  close(): void {
    this.channel.close();
  }
}

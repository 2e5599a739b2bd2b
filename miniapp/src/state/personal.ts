import { storage as storageOfPhone, type KeyValueStore, type TextStore } from '../platform/storage';

/** Keys that belong to the phone itself: who is logged in, how large the text is, what anybody may see. */
const OF_THE_PHONE = ['session', 'text-size', 'public:', 'lock:'];

/** Keeps nothing: what a visitor looks at is not written down. */
const NOWHERE: TextStore = { read: () => Promise.resolve(null), write: () => Promise.resolve(), remove: () => Promise.resolve() };

const seenPrefix = (account: string) => `seen:${account}:`;
const typedPrefix = (account: string) => `typed:${account}:`;

/**
 * What the phone keeps for a person, under keys that carry their account. Copies of what they saw (`seen:`)
 * go when their log-in ends, however it ends; texts that are nowhere else yet (`typed:`) wait for the same
 * person and are shown to nobody else. What goes is found in the storage by its key, never in a list of
 * what this start of the app has touched.
 */
export class PersonalStore {
  private account: string | null = null;
  /** Whose unfinished things the memory still holds: after a log-in that ended, the same person goes on with them. */
  private last: string | null = null;
  private tidying: Promise<void> = Promise.resolve();
  private readonly writing = new Set<Promise<void>>();
  private readonly onLogInEnds = new Set<() => void>();
  private readonly onPersonChanges = new Set<() => void>();

  constructor(private readonly storage: KeyValueStore) {}

  /** Account that is logged in; null while nobody is. */
  get owner(): string | null {
    return this.account;
  }

  /** What was fetched for this person is to be dropped from the memory too. */
  whenLogInEnds(forget: () => void): void {
    this.onLogInEnds.add(forget);
  }

  /** What this person had begun is to be dropped from the memory too. */
  whenPersonChanges(forget: () => void): void {
    this.onPersonChanges.add(forget);
  }

  /** Somebody is logged in. */
  enter(account: string): void {
    const { account: before, last } = this;
    if (account === before) return;
    this.account = account;
    this.last = account;
    if (before !== null) this.drop(this.onLogInEnds);
    if (last !== account) this.drop(this.onPersonChanges);
    this.tidy();
  }

  /** Nobody is logged in any more; `mayReturn` where a log-in ran out rather than was ended by its person. */
  leave(mayReturn: boolean): void {
    this.account = null;
    this.drop(this.onLogInEnds);
    if (!mayReturn) {
      this.last = null;
      this.drop(this.onPersonChanges);
    }
    this.tidy();
  }

  /** Resolves when everything of others is gone from the storage. */
  settled(): Promise<void> {
    return this.tidying;
  }

  /** Copies of what the server said, for the person who is logged in now. */
  seen(): TextStore {
    return this.under(seenPrefix);
  }

  /** Texts that are on no server yet, of the person who is logged in now. */
  typed(): TextStore {
    return this.under(typedPrefix);
  }

  /** Names of the texts this person has not sent: those that begin like this. */
  async typedNames(beginning: string): Promise<string[]> {
    if (this.account === null) return [];
    const prefix = typedPrefix(this.account);
    return (await this.storage.keys()).flatMap((key) => (key.startsWith(prefix + beginning) ? [key.slice(prefix.length)] : []));
  }

  /** Copies of this name with the account of each: for what must be known before it is known who is logged in. */
  async seenByAccount(name: string): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    for (const key of await this.storage.keys()) {
      const [kind, account = '', ...rest] = key.split(':');
      const text = kind === 'seen' && rest.join(':') === name ? await this.storage.read(key) : null;
      if (text !== null) texts.set(account, text);
    }
    return texts;
  }

  private under(prefixOf: (account: string) => string): TextStore {
    const { account } = this;
    if (account === null) return NOWHERE;
    const prefix = prefixOf(account);
    return {
      read: (name) => this.storage.read(prefix + name),
      write: (name, text) => (prefixOf === typedPrefix || this.account === account ? this.write(prefix + name, text) : Promise.resolve()),
      remove: (name) => this.storage.remove(prefix + name),
    };
  }

  private write(key: string, text: string): Promise<void> {
    const writing = this.storage.write(key, text).finally(() => this.writing.delete(writing));
    this.writing.add(writing);
    return writing;
  }

  private drop(forgetters: ReadonlySet<() => void>): void {
    for (const forget of forgetters) forget();
  }

  /** One sweep after another; a key that will not go now goes with the next. */
  private tidy(): void {
    this.tidying = this.tidying.then(() => this.sweep()).catch(() => undefined);
  }

  private async sweep(): Promise<void> {
    // A slow storage may still be writing a copy of the person who has just left.
    await Promise.allSettled(this.writing);
    const keys = await this.storage.keys();
    await Promise.allSettled(keys.filter((key) => !this.mayStay(key)).map((key) => this.storage.remove(key)));
  }

  private mayStay(key: string): boolean {
    if (key.startsWith('typed:') || OF_THE_PHONE.some((name) => (name.endsWith(':') ? key.startsWith(name) : key === name))) return true;
    return this.account !== null && key.startsWith(seenPrefix(this.account));
  }
}

/** Of this phone. */
export const personal = new PersonalStore(storageOfPhone);

import { beforeEach, describe, expect, it } from 'vitest';
import { memoryStore, type KeyValueStore } from '../platform/storage';
import { PersonalStore } from './personal';
import { createResource } from './resource';

/** A phone on which an earlier start of the app has left these things behind. */
async function phoneWith(...keys: string[]): Promise<KeyValueStore> {
  const storage = memoryStore();
  for (const key of keys) await storage.write(key, `"${key}"`);
  return storage;
}

const OF_BAO = ['seen:bao:cache:works', 'seen:bao:cache:work:w1', 'seen:bao:cache:inbox:u1:submitted', 'seen:bao:cache:form-preview:w1', 'seen:bao:cache:history:w1', 'seen:bao:cache:scan:w1', 'seen:bao:cache:mail-server:u1', 'seen:bao:cache:version:w1:1', 'seen:bao:cache:desk', 'seen:bao:hat'];
const OF_THE_PHONE = ['session', 'text-size', 'public:campaign', 'lock:session'];

describe('what a phone keeps of a person', () => {
  let storage: KeyValueStore;
  let personal: PersonalStore;
  beforeEach(async () => {
    storage = await phoneWith(...OF_BAO, ...OF_THE_PHONE, 'typed:bao:draft:w1', 'cache:works', 'draft:w9', 'hat');
    personal = new PersonalStore(storage);
  });
  const left = async () => {
    await personal.settled();
    return storage.keys();
  };

  it('stays while they are logged in, without what nobody can be told to own', async () => {
    personal.enter('bao');
    expect(await left()).toEqual([...OF_BAO, ...OF_THE_PHONE, 'typed:bao:draft:w1']);
  });

  const GOES: [string, (store: PersonalStore) => void][] = [
    ['when they log out', (store) => { store.enter('bao'); store.leave(false); }],
    ['when the server ends their log-in', (store) => { store.enter('bao'); store.leave(true); }],
    ['when somebody else logs in over theirs', (store) => { store.enter('bao'); store.enter('he'); }],
    ['when the app starts and nobody is logged in', (store) => store.leave(false)],
    ['when the app starts with somebody else', (store) => store.enter('he')],
  ];
  it.each(GOES)('goes %s, but for the text that is nowhere else', async (_when, happens) => {
    happens(personal);
    expect(await left()).toEqual([...OF_THE_PHONE, 'typed:bao:draft:w1']);
  });

  it('is unsent text that only its writer finds again', async () => {
    personal.enter('he');
    expect(await personal.typedNames('')).toEqual([]);
    expect(await personal.typed().read('draft:w1')).toBeNull();
    personal.leave(false);
    expect(await personal.typed().read('draft:w1')).toBeNull();
    personal.enter('bao');
    expect(await personal.typedNames('draft:')).toEqual(['draft:w1']);
    expect(await personal.typed().read('draft:w1')).toBe('"typed:bao:draft:w1"');
  });

  it('is not written down again by an answer that comes too late', async () => {
    personal.enter('bao');
    let answer: (value: string) => void = () => undefined;
    const works = createResource<string>({ key: 'cache:works', fetch: () => new Promise((resolve) => { answer = resolve; }), storage: personal.seen() });
    personal.whenLogInEnds(() => works.forget());
    const loading = works.load();
    await Promise.resolve();
    personal.enter('he');
    await left();
    answer('风从草原来');
    await loading;
    expect(works.get().value).toBeNull();
    expect(await left()).not.toContain('seen:bao:cache:works');
  });

  it('goes on in memory for the same person after a log-in that ran out, for nobody else', () => {
    const events: string[] = [];
    personal.whenLogInEnds(() => events.push('copies'));
    personal.whenPersonChanges(() => events.push('begun'));
    personal.enter('bao');
    events.length = 0;
    personal.leave(true);
    personal.enter('bao');
    expect(events).toEqual(['copies']);
    personal.leave(true);
    personal.enter('he');
    expect(events).toEqual(['copies', 'copies', 'begun']);
    personal.leave(false);
    expect(events).toEqual(['copies', 'copies', 'begun', 'copies', 'begun']);
  });
});

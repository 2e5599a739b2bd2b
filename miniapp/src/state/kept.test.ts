import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storage } from '../platform/storage';
import { keptOf, valueOf } from './kept';
import { personal } from './personal';

const written = async (name: string) => {
  await keptOf('return:w1').recalled;
  return storage.read(name);
};

describe('what a person has written and not handed over', () => {
  beforeEach(() => personal.enter('bao'));
  afterEach(async () => {
    personal.leave(false);
    for (const key of await storage.keys()) await storage.remove(key);
  });

  it('is there when the sheet is opened again', () => {
    keptOf('return:w1').set('片头缺了两个字');
    expect(keptOf('return:w1').get()).toBe('片头缺了两个字');
    expect(keptOf('return:w2').get()).toBeNull();
  });

  it('is there when the app is started again, and after the person has logged in anew', async () => {
    keptOf('return:w1').set('片头缺了两个字');
    expect(await written('typed:bao:kept:return:w1')).toBe('"片头缺了两个字"');
    personal.leave(false);
    personal.enter('bao');
    await keptOf('return:w1').recalled;
    expect(keptOf('return:w1').get()).toBe('片头缺了两个字');
  });

  it('is never shown to somebody else', async () => {
    keptOf('return:w1').set('片头缺了两个字');
    personal.enter('he');
    await keptOf('return:w1').recalled;
    expect(keptOf('return:w1').get()).toBeNull();
  });

  it('is gone once it is handed over', async () => {
    keptOf('return:w1').set('片头缺了两个字');
    keptOf('return:w1').set(null);
    expect(await written('typed:bao:kept:return:w1')).toBeNull();
  });

  it('gives way to what is typed before it is back', async () => {
    await storage.write('typed:bao:kept:return:w9', '"旧的"');
    const kept = keptOf('return:w9');
    kept.set('新的');
    await kept.recalled;
    expect(kept.get()).toBe('新的');
  });

  it('is left alone where its shape is an older one, or no text at all', async () => {
    expect(valueOf('text', { note: '' })).toEqual({ note: '' });
    expect(valueOf({ note: 5 }, { note: '' })).toEqual({ note: '' });
    expect(valueOf({ note: '好', more: 1 }, { note: '' })).toEqual({ note: '好', more: 1 });
    await storage.write('typed:bao:kept:broken', '{');
    await keptOf('broken').recalled;
    expect(keptOf('broken').get()).toBeNull();
  });
});

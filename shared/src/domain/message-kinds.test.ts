import { describe, expect, it } from 'vitest';
import { channelContents, MESSAGE_KINDS, sayMessage, type MessageKindId } from './message-kinds.js';

/** Longest of everything, with characters that take two units each. */
const LONGEST = {
  title: '种子🌱'.repeat(30), receipt: 'KP25XA0001', author: '阿'.repeat(60), changes: 30, unit: '某某盟'.repeat(20), count: 12, until: Date.UTC(2025, 11, 6, 10), slot: 6,
  failing: 3, looking: 0, subject: '片头片名', by: '科技厅', reason: '确认过', number: 2, works: 5, what: '纸质推荐表 2 份', problem: '磁盘已满', outcome: '收件人不存在',
};
const KINDS = Object.keys(MESSAGE_KINDS) as MessageKindId[];

describe('kinds of message', () => {
  it.each(KINDS)('%s says a whole sentence, and fills every blank', (id) => {
    const said = sayMessage(id, LONGEST) ?? '';
    expect(said.length).toBeGreaterThan(6);
    expect(said + JSON.stringify(channelContents(id, LONGEST))).not.toMatch(/undefined|NaN|null年/u);
  });

  it.each(KINDS)('%s never has a field that WeChat refuses for its length', (id) => {
    const fields = channelContents(id, LONGEST)?.wechat?.fields;
    if (!fields) return expect(MESSAGE_KINDS[id].wechat).toBeUndefined();
    expect([...fields.thing1].length).toBeLessThanOrEqual(20);
    expect([...fields.thing3].length).toBeLessThanOrEqual(20);
    expect(fields.phrase2).toMatch(/^\p{Script=Han}{1,5}$/u);
    expect(Object.values(fields).join('')).not.toMatch(/\p{Surrogate}/u);
  });

  it('knows nothing of a kind without a row', () => {
    expect(sayMessage('work.something-new', {})).toBeNull();
    expect(sayMessage('toString', {})).toBeNull();
    expect(channelContents('work.something-new', {})).toBeNull();
  });
});

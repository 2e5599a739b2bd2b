import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.js';
import { roleOn, Subjects } from './subjects.js';

const person = (more: Partial<Actor>): Actor => ({ accountId: 'me', sessionId: 's', name: null, phone: '13800000000', roles: ['creator'], unitIds: [], device: 'test', ...more });

describe('how people stand to an object', () => {
  const subjects = new Subjects();
  subjects.register('workId', (id) => Promise.resolve(id === 'gone' ? null : { ownerId: 'me', unitId: 'a' }));
  const open = (actor: Actor, scopes: Parameters<Subjects['isOpenTo']>[3], id = 'w') => subjects.isOpenTo(actor, 'workId', id, scopes);

  it.each([
    ['its owner, as owner', person({}), ['owner'], true],
    ['its owner, where only the unit may', person({}), ['unit'], false],
    ['a member of its unit, also as the second of their units', person({ accountId: 'x', unitIds: ['b', 'a'] }), ['unit'], true],
    ['a member of another unit', person({ accountId: 'x', unitIds: ['b'] }), ['owner', 'unit'], false],
    ['anybody whose role may act on all', person({ accountId: 'x' }), ['any'], true],
    ['somebody whose roles may not', person({}), [], false],
  ] as const)('opens to %s as the relation says', async (_name, actor, scopes, expected) => expect(await open(actor, scopes)).toBe(expected));

  it('opens what is not there to nobody', async () => expect(await open(person({}), ['any', 'owner'], 'gone')).toBe(false));

  it('takes a further relation from a module that knows it, without asking who owns the object', async () => {
    subjects.relate('workId', 'unit', (id, actor) => Promise.resolve(id === 'w' && actor.accountId === 'pre-selector'));
    expect(await open(person({ accountId: 'pre-selector' }), ['unit'])).toBe(true);
    expect(await open(person({ accountId: 'pre-selector' }), ['owner'])).toBe(false);
    expect(() => subjects.relate('workId', 'unit', () => Promise.resolve(true))).toThrow('two modules');
  });

  it('acts as owner first, then for the unit, then for the department', () => {
    const ownership = { ownerId: 'me', unitId: 'a' };
    expect(roleOn(person({ unitIds: ['a'], roles: ['creator', 'recommender', 'staff'] }), ownership)).toBe('creator');
    expect(roleOn(person({ accountId: 'x', unitIds: ['b', 'a'], roles: ['recommender', 'staff'] }), ownership)).toBe('recommender');
    expect(roleOn(person({ accountId: 'x', roles: ['admin', 'staff'] }), ownership)).toBe('staff');
    expect(roleOn(person({ accountId: 'x', unitIds: ['b'], roles: ['recommender'] }), ownership)).toBeNull();
  });
});

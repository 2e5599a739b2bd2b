import { describe, expect, it } from 'vitest';
import { ACTIONS, ownScopeRoles, scopeOf, unitActedFor, type Role } from './roles.js';
import { isEditable, nextStatus, WORK_MOVES, WORK_STATUSES } from './work-status.js';

describe('the life of a work', () => {
  it('reaches every status from a draft', () => {
    const reached = new Set(['draft']);
    for (let round = 0; round < WORK_STATUSES.length; round += 1) {
      for (const move of WORK_MOVES) if (move.from.some((status) => reached.has(status))) reached.add(move.to);
    }
    expect([...reached].sort()).toEqual([...WORK_STATUSES].sort());
  });

  it('has one answer for each status and action', () => {
    const pairs = WORK_MOVES.flatMap((move) => move.from.map((from) => `${from}/${move.action}`));
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it.each([
    ['draft', 'submit', 'submitted'], ['returned', 'submit', 'submitted'], ['submitted', 'submit', null],
    ['submitted', 'recommend', 'recommended'], ['returned', 'recommend', null], ['draft', 'recommend', null],
    ['recommended', 'withdraw', null], ['recommended', 'withdraw-recommendation', 'submitted'],
    ['draft', 'disqualify', null], ['declined', 'disqualify', 'disqualified'], ['disqualified', 'submit', null],
  ] as const)('%s + %s → %s', (status, action, next) => expect(nextStatus(status, action)).toBe(next));

  it('lets only drafts and returned works be changed', () => {
    expect(WORK_STATUSES.filter(isEditable)).toEqual(['draft', 'returned']);
  });
});

describe('what is done in a unit’s name', () => {
  it.each([
    ['is what its recommender did', 'recommender', '兴安盟科技局'],
    ['is not what a creator did, who only hands a work to the unit', 'creator', null],
    ['is not what staff did', 'staff', null],
    ['is not what the machine did', 'system', null],
  ] as const)('%s', (_name, role, unit) => expect(unitActedFor({ role, unitName: '兴安盟科技局' })).toBe(unit));
});

describe('roles', () => {
  it('gives nobody an action that is not written down', () => {
    const roles: Role[] = ['creator', 'recommender', 'staff', 'admin'];
    for (const action of ACTIONS) expect(roles.some((role) => scopeOf([role], action))).toBe(true);
    expect(scopeOf([], 'work.read')).toBeNull();
  });

  it('keeps recommending with the unit: not even an administrator recommends', () => {
    expect(scopeOf(['admin', 'staff'], 'work.recommend')).toBeNull();
    expect(scopeOf(['recommender'], 'work.recommend')).toBe('own');
  });

  it('asks for the ownership of the role that gave the right', () => {
    expect(ownScopeRoles(['creator', 'recommender'], 'work.submit')).toEqual(['creator']);
    expect(scopeOf(['creator', 'staff'], 'work.read')).toBe('any');
  });
});

import { describe, expect, it } from 'vitest';
import { ACTIONS, may, needsPassword, ROLE_IDS, ROLES, scopesOf, unitActedFor } from './roles.js';
import { FIRST_STATUS, holdsSlot, isEditable, isHandedIn, isOver, isSentBack, isWithCreator, isWithDepartment, isWithUnit, lookOf, nextStatus, STATUS_NAMES, STATUSES_OF, WORK_MOVES, WORK_STATUSES } from './work-status.js';

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

  it('is with exactly one of its creator, its unit, the department and nobody, in every status', () => {
    for (const status of WORK_STATUSES) expect([isWithCreator, isWithUnit, isWithDepartment, isOver].filter((is) => is(status))).toHaveLength(1);
    expect([...STATUSES_OF.withCreator, ...STATUSES_OF.withUnit, ...STATUSES_OF.withDepartment, ...STATUSES_OF.over].sort()).toEqual([...WORK_STATUSES].sort());
  });

  it('has a name and a look of its own kind for every status', () => {
    expect(new Set(Object.values(STATUS_NAMES)).size).toBe(WORK_STATUSES.length);
    for (const status of WORK_STATUSES) expect([STATUS_NAMES[status].length > 2, lookOf(status).length > 0]).toEqual([true, true]);
  });

  it('is handed in from the first move on, and takes a slot by being recommended alone', () => {
    expect(WORK_STATUSES.filter((status) => !isHandedIn(status))).toEqual([FIRST_STATUS]);
    const takes = WORK_MOVES.filter(({ from, to }) => holdsSlot(to) && from.some((status) => !holdsSlot(status)));
    expect(takes.map(({ action }) => action)).toEqual(['recommend']);
    expect(STATUSES_OF.sentBack.every((status) => isSentBack(status) && isWithCreator(status) && isHandedIn(status))).toBe(true);
  });

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
    for (const action of ACTIONS) expect(ROLE_IDS.filter((role) => may([role], action))).not.toEqual([]);
    expect(scopesOf([], 'work.read')).toEqual([]);
  });

  it('lets nobody act on more than their role stands to: an owner on what is theirs, a member of a unit on what it was handed', () => {
    const own = ACTIONS.filter((action) => action !== 'account.self' && action !== 'campaign.list');
    expect([...new Set(own.flatMap((action) => scopesOf(['creator'], action)))]).toEqual(['owner']);
    expect([...new Set(own.flatMap((action) => scopesOf(['recommender'], action)))]).toEqual(['unit']);
  });

  it('keeps recommending with the unit: not even an administrator recommends', () => {
    expect(may(['admin', 'staff'], 'work.recommend')).toBe(false);
    expect(scopesOf(['recommender'], 'work.recommend')).toEqual(['unit']);
  });

  it('asks for the relation of the role that gave the right', () => {
    expect(scopesOf(['creator', 'recommender'], 'work.submit')).toEqual(['owner']);
    expect(scopesOf(['creator', 'recommender'], 'work.read')).toEqual(['owner', 'unit']);
    expect(scopesOf(['creator', 'staff'], 'work.read')).toContain('any');
  });

  it('wants a password of whoever may act on works that are nobody’s of theirs', () => {
    for (const role of ROLE_IDS) expect([role, needsPassword(role)]).toEqual([role, ROLES[role].stands === 'any']);
  });
});

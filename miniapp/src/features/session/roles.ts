import { useMemo } from 'react';
import type { AccountView } from '@kepu/shared/contracts/account';
import { ROLE_NAMES } from '@kepu/shared/domain/roles';
import type { TabPage } from '../../platform/tabs';
import { personal } from '../../state/personal';
import { createStore, useStore } from '../../state/store';
import { session } from './api';

/** As whom a person uses the phone app. Staff work in the console. */
export type Hat = { key: 'creator'; role: 'creator' } | { key: `recommender:${string}`; role: 'recommender'; unitId: string; unitName: string; year: number | null };

const KEY = 'hat';

/** Hat each account of this phone has chosen last. */
const wanted = createStore<ReadonlyMap<string, string>>(new Map());

/** The roles of an account that the phone app serves; units first, because their work waits for them. */
export function hatsOf(account: AccountView): Hat[] {
  const units = account.roles.flatMap(({ role, unitId, unitName, year }): Hat[] =>
    role === 'recommender' && unitId !== null ? [{ key: `recommender:${unitId}`, role, unitId, unitName: unitName ?? '推荐单位', year }] : [],
  );
  const creator: Hat[] = account.roles.some(({ role }) => role === 'creator') ? [{ key: 'creator', role: 'creator' }] : [];
  return [...units, ...creator];
}

/** What a hat is called: the unit, and the year where the person has it of several calls. */
export function hatName(hat: Hat, all: readonly Hat[]): string {
  if (hat.role === 'creator') return ROLE_NAMES.creator;
  const years = new Set(all.flatMap((other) => (other.role === 'recommender' ? [other.year] : [])));
  return years.size > 1 && hat.year !== null ? `${hat.unitName}（${hat.year} 年）` : hat.unitName;
}

/** The hat chosen last, or the first one there is. */
export function pickHat(account: AccountView, key: string | null): Hat | null {
  const hats = hatsOf(account);
  return hats.find((hat) => hat.key === key) ?? hats[0] ?? null;
}

/** Recalls the choice before it is known who is logged in: the first page of a person is then already the right one. */
export async function loadHat(): Promise<void> {
  wanted.set(await personal.seenByAccount(KEY));
}

export async function wearHat(hat: Hat): Promise<void> {
  const { owner } = personal;
  if (owner === null) return;
  wanted.set((all) => new Map(all).set(owner, hat.key));
  await personal.seen().write(KEY, hat.key);
}

/** Who is using the app right now; null while nobody is logged in. */
export function useHat(): Hat | null {
  const state = useStore(session.state);
  const chosen = useStore(wanted);
  // The same object until something changes: effects that depend on the hat must not run with every drawing.
  return useMemo(() => (state.kind === 'in' ? pickHat(state.account, chosen.get(state.account.id) ?? null) : null), [state, chosen]);
}

export const homeOf = (hat: Hat | null): TabPage => (hat?.role === 'recommender' ? 'pages/inbox/index' : 'pages/home/index');

import type { AccountView } from '@kepu/shared/contracts/account';
import { may, type Action } from '@kepu/shared/domain/roles';
import { useSyncExternalStore } from 'react';
import { session } from '../../api/call';
import type { SessionState } from '../../api/session';

export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.snapshot);
}

/** Whoever is logged in, or was until a moment ago. Only below the log-in. */
export function useAccount(): AccountView {
  const state = useSession();
  if (state.kind === 'in' || state.kind === 'ended') return state.account;
  throw new Error('used outside the log-in');
}

/** Whether the person may do something: the same table the server's guard reads. */
export function useMay(action: Action): boolean {
  const { roles } = useAccount();
  return may(roles.map(({ role }) => role), action);
}

/** The console is for the department; others work on the phone. */
export function worksHere(account: AccountView): boolean {
  return may(account.roles.map(({ role }) => role), 'work.list-all');
}

/** How a person is called on screen: by name, otherwise by the end of the number. */
export function callName(account: AccountView): string {
  return account.name ?? `用户${account.phone.slice(-4)}`;
}

import type { DeskReply, Todo } from '@kepu/shared/contracts/desk';
import { cached } from '../../state/cached';
import { api } from '../session/api';
import type { Hat } from '../session/roles';

/** What a person has to do next and what they have been told. */
export const deskResource = () => cached<DeskReply>('desk', () => api.call('GET /api/me/desk'));

/** The things to do under one hat: a person may be an author and sit in units as well, each with works of its own. */
export function todosOf(desk: DeskReply | null, hat: Hat): Todo[] {
  return (desk?.todos ?? []).filter(({ unitId }) => unitId === (hat.role === 'recommender' ? hat.unitId : null));
}

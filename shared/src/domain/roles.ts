/**
 * Who may do what. The server's guard and every button read the same rows.
 * `own`: only on a work of one's own (creator), of one's own unit (recommender), or one's own account.
 */
export type Role = 'creator' | 'recommender' | 'staff' | 'admin';
export type Scope = 'own' | 'any';

export const ROLE_NAMES: Record<Role, string> = {
  creator: '作者',
  recommender: '推荐单位',
  staff: '科技厅工作人员',
  admin: '系统管理员',
};

const grants = {
  'account.self': { creator: 'own', recommender: 'own', staff: 'own', admin: 'own' },
  'account.invite': { admin: 'any' },
  'campaign.read-config': { staff: 'any', admin: 'any' },
  'campaign.edit': { admin: 'any' },
  'campaign.print-jury': { staff: 'any', admin: 'any' },
  'unit.read-slots': { recommender: 'own', staff: 'any', admin: 'any' },
  'unit.board': { staff: 'any', admin: 'any' },
  'unit.edit': { admin: 'any' },
  'unit.print': { recommender: 'own', staff: 'any', admin: 'any' },
  'unit.set-closing': { recommender: 'own' },
  'work.create': { creator: 'own' },
  'work.list-own': { creator: 'own' },
  'work.read': { creator: 'own', recommender: 'own', staff: 'any', admin: 'any' },
  'work.edit': { creator: 'own' },
  'work.upload': { creator: 'own' },
  'computer.allow': { creator: 'own' },
  'computer.desk': { creator: 'own' },
  'work.submit': { creator: 'own' },
  'work.withdraw': { creator: 'own' },
  'work.inbox': { recommender: 'own' },
  'work.return': { recommender: 'own' },
  'work.decline': { recommender: 'own' },
  'work.sign-off': { recommender: 'own' },
  'work.override': { recommender: 'own', staff: 'any' },
  'work.recommend': { recommender: 'own' },
  'work.withdraw-recommendation': { recommender: 'own' },
  'work.upload-scan': { recommender: 'own' },
  'work.read-scan': { recommender: 'own', staff: 'any', admin: 'any' },
  'work.list-all': { staff: 'any', admin: 'any' },
  'work.disqualify': { staff: 'any' },
  'work.reveal-contact': { staff: 'any' },
  'work.compare': { recommender: 'own', staff: 'any', admin: 'any' },
  'work.watch': { creator: 'own', recommender: 'own', staff: 'any', admin: 'any' },
  'work.download': { creator: 'own', recommender: 'own', staff: 'any', admin: 'any' },
  'film.order-judging': { staff: 'any', admin: 'any' },
  'work.print': { creator: 'own', recommender: 'own', staff: 'any', admin: 'any' },
  'hand-over.read': { recommender: 'own', staff: 'any', admin: 'any' },
  'hand-over.make': { recommender: 'own' },
  'unit.mail-server': { recommender: 'own' },
  'package.read': { recommender: 'own', staff: 'any', admin: 'any' },
  'package.tend': { recommender: 'own', staff: 'any' },
  'package.download': { recommender: 'own', staff: 'any' },
  'package.mail': { recommender: 'own', staff: 'any' },
  'package.export': { staff: 'any' },
  'hand-over.board': { staff: 'any', admin: 'any' },
  'hand-over.receive': { staff: 'any' },
  'inspection.retry': { creator: 'own', recommender: 'own', staff: 'any', admin: 'any' },
  'audit.read': { staff: 'any', admin: 'any' },
} as const satisfies Record<string, Partial<Record<Role, Scope>>>;

export type Action = keyof typeof grants;

/** All that a computer let in by a ticket may do, and on one work only; what is not here it may not. */
export const COMPUTER_ACTIONS: readonly Action[] = ['work.upload', 'computer.desk'];

export const ACTIONS = Object.keys(grants) as Action[];

/** The unit in whose name something was done: a recommender's own. A creator who hands a work to a unit does not act for it. */
export function unitActedFor(entry: { role: string; unitName: string | null }): string | null {
  return entry.role === ('recommender' satisfies Role) ? entry.unitName : null;
}

/** The widest scope any of the roles gives for an action; null: none of them may. */
export function scopeOf(roles: readonly Role[], action: Action): Scope | null {
  const row: Partial<Record<Role, Scope>> = grants[action];
  const scopes = roles.map((role) => row[role]);
  if (scopes.includes('any')) return 'any';
  return scopes.includes('own') ? 'own' : null;
}

/** The roles whose `own` scope counts for an action: decides which kind of ownership is asked for. */
export function ownScopeRoles(roles: readonly Role[], action: Action): Role[] {
  const row: Partial<Record<Role, Scope>> = grants[action];
  return roles.filter((role) => row[role] === 'own');
}

import type { Reader } from './audit-rows.js';

/**
 * Who may do what. The server's guard and every button read the same rows. A role may do an action on `any` object, or on
 * those it stands in a relation to: the owner of a work, a member of the unit it was handed to.
 */
export type Role = 'creator' | 'recommender' | 'staff' | 'admin';
export type Relation = 'owner' | 'unit';
export type Scope = Relation | 'any';

interface RoleRow {
  name: string;
  /** How somebody acting in the role stands to what they act on. */
  stands: Scope;
  /** With whose eyes the log is read. */
  reads: Reader;
  /** A code to the phone, or password and second factor: what the department does is worth more than a telephone number. */
  logsIn: 'phone' | 'password';
}

/** In the order in which one who has several acts: first as owner, then for the unit, then for the department. */
export const ROLES = {
  creator: { name: '作者', stands: 'owner', reads: 'creator', logsIn: 'phone' },
  recommender: { name: '推荐单位', stands: 'unit', reads: 'unit', logsIn: 'phone' },
  staff: { name: '科技厅工作人员', stands: 'any', reads: 'department', logsIn: 'password' },
  admin: { name: '系统管理员', stands: 'any', reads: 'department', logsIn: 'password' },
} as const satisfies Record<Role, RoleRow>;

export const ROLE_IDS = Object.keys(ROLES) as Role[];
export const ROLE_NAMES = Object.fromEntries(ROLE_IDS.map((role) => [role, ROLES[role].name])) as Record<Role, string>;

/** Roles whose rights a code to a telephone never brings. */
export const needsPassword = (role: Role): boolean => ROLES[role].logsIn === 'password';

const grants = {
  'account.self': { creator: 'owner', recommender: 'owner', staff: 'owner', admin: 'owner' },
  'account.invite': { admin: 'any' },
  'campaign.read-config': { staff: 'any', admin: 'any' },
  'campaign.list': { creator: 'any', recommender: 'any', staff: 'any', admin: 'any' },
  'campaign.edit': { admin: 'any' },
  'campaign.clone': { admin: 'any' },
  'campaign.set-state': { admin: 'any' },
  'campaign.print-jury': { staff: 'any', admin: 'any' },
  'unit.read-slots': { recommender: 'unit', staff: 'any', admin: 'any' },
  'unit.board': { staff: 'any', admin: 'any' },
  'unit.edit': { admin: 'any' },
  'unit.print': { recommender: 'unit', staff: 'any', admin: 'any' },
  'unit.set-closing': { recommender: 'unit' },
  'work.create': { creator: 'owner' },
  'work.list-own': { creator: 'owner' },
  'work.read': { creator: 'owner', recommender: 'unit', staff: 'any', admin: 'any' },
  'work.edit': { creator: 'owner' },
  'work.upload': { creator: 'owner' },
  'computer.allow': { creator: 'owner' },
  'computer.desk': { creator: 'owner' },
  'work.submit': { creator: 'owner' },
  'work.withdraw': { creator: 'owner' },
  'work.inbox': { recommender: 'unit' },
  'work.return': { recommender: 'unit' },
  'work.decline': { recommender: 'unit' },
  'work.sign-off': { recommender: 'unit' },
  'work.override': { recommender: 'unit', staff: 'any' },
  'work.recommend': { recommender: 'unit' },
  'work.withdraw-recommendation': { recommender: 'unit' },
  'work.upload-scan': { recommender: 'unit' },
  'work.read-scan': { recommender: 'unit', staff: 'any', admin: 'any' },
  'work.list-all': { staff: 'any', admin: 'any' },
  'work.disqualify': { staff: 'any' },
  'work.reveal-contact': { staff: 'any' },
  'work.compare': { recommender: 'unit', staff: 'any', admin: 'any' },
  'work.watch': { creator: 'owner', recommender: 'unit', staff: 'any', admin: 'any' },
  'work.download': { creator: 'owner', recommender: 'unit', staff: 'any', admin: 'any' },
  'film.order-judging': { staff: 'any', admin: 'any' },
  'work.print': { creator: 'owner', recommender: 'unit', staff: 'any', admin: 'any' },
  'hand-over.read': { recommender: 'unit', staff: 'any', admin: 'any' },
  'hand-over.make': { recommender: 'unit' },
  'unit.mail-server': { recommender: 'unit' },
  'package.read': { recommender: 'unit', staff: 'any', admin: 'any' },
  'package.tend': { recommender: 'unit', staff: 'any' },
  'package.download': { recommender: 'unit', staff: 'any' },
  'package.mail': { recommender: 'unit', staff: 'any' },
  'package.export': { staff: 'any' },
  'hand-over.board': { staff: 'any', admin: 'any' },
  'hand-over.receive': { staff: 'any' },
  'inspection.retry': { creator: 'owner', recommender: 'unit', staff: 'any', admin: 'any' },
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

/** In which ways the roles may do an action; empty: none of them may. `any` says all. */
export function scopesOf(roles: readonly Role[], action: Action): Scope[] {
  const row: Partial<Record<Role, Scope>> = grants[action];
  return [...new Set(roles.flatMap((role) => row[role] ?? []))];
}

export const may = (roles: readonly Role[], action: Action): boolean => scopesOf(roles, action).length > 0;

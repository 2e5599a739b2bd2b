import { AUDIT_ACTIONS } from '@kepu/shared/domain/audit-actions';
import { ROLE_NAMES, unitActedFor, type Role } from '@kepu/shared/domain/roles';

/** Every action the log can hold, to choose from. */
export const ACTION_CHOICES = Object.entries(AUDIT_ACTIONS).map(([value, { name }]) => ({ value, label: name }));

const isRole = (text: string): text is Role => Object.hasOwn(ROLE_NAMES, text);

/** Who did it: name, and in whose name: `刘某某（兴安盟科技局）`, `系统`. */
export function actorWords(entry: { actorName: string; role: string; unitName: string | null }): string {
  const unit = unitActedFor(entry);
  if (unit) return `${entry.actorName}（${unit}）`;
  return isRole(entry.role) ? `${entry.actorName}（${ROLE_NAMES[entry.role]}）` : entry.actorName;
}

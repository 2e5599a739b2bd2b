import { maskPersonal, type WorkForm } from '@kepu/shared/forms/work-form';
import type { Actor } from '../../platform/access/actor.js';

/** The form as this reader may see it: staff and administrators see contact details masked; staff may ask for them in full, with a trace. */
export function formFor(actor: Actor, ownerId: string, form: WorkForm): WorkForm {
  const isOfDepartment = actor.roles.includes('staff') || actor.roles.includes('admin');
  return isOfDepartment && ownerId !== actor.accountId ? maskPersonal(form) : form;
}

import type { WorkForm } from '@kepu/shared/forms/work-form';
import { maskEmail, maskPhone } from '@kepu/shared/text';
import type { Actor } from '../../platform/access/actor.js';

/** The form as this reader may see it: staff and administrators see contact details masked; staff may ask for them in full, with a trace. */
export function formFor(actor: Actor, ownerId: string, form: WorkForm): WorkForm {
  const isOfDepartment = actor.roles.includes('staff') || actor.roles.includes('admin');
  return isOfDepartment && ownerId !== actor.accountId ? withMaskedContact(form) : form;
}

function withMaskedContact(form: WorkForm): WorkForm {
  const hidden = (text: string, mask: (text: string) => string) => (text === '' ? '' : mask(text)); // what is not filled in hides nothing
  return {
    ...form,
    authorMobile: hidden(form.authorMobile, maskPhone),
    phone: hidden(form.phone, maskPhone),
    email: hidden(form.email, maskEmail),
    address: hidden(form.address, (text) => `${text.slice(0, 6)}****`),
  };
}

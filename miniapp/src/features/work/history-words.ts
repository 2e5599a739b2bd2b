import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import { unitActedFor } from '@kepu/shared/domain/roles';
import { sayMoment } from '@kepu/shared/time';
import type { Step } from '../../ui/Steps';

/** What happened to a work, the latest first, as the server tells it; small things that are no step of it are left out. */
export function historySteps(entries: readonly AuditEntryView[]): Step[] {
  return entries.flatMap((entry) => {
    if (!entry.step) return [];
    const who = [unitActedFor(entry), entry.actorName].filter(Boolean).join(' ');
    return [{ key: String(entry.id), ...entry.step, text: [sayMoment(entry.at), who].filter(Boolean).join(' · ') }];
  });
}

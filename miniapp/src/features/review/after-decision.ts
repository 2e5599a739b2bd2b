import type { WorkView } from '@kepu/shared/contracts/work';
import { STATUSES_OF } from '@kepu/shared/domain/work-status';
import { deskResource } from '../desk/desk';
import { takeWork } from '../work/works';
import { DECIDED, inboxResource, slotsResource } from './unit';

/** Brings lists and slots up to date after the unit has decided; what cannot be fetched now is fetched when it is looked at. */
export async function afterDecision(unitId: string, work?: WorkView): Promise<void> {
  if (work) takeWork(work);
  const lists = [inboxResource(unitId, STATUSES_OF.withUnit), inboxResource(unitId, DECIDED)];
  await Promise.allSettled([...lists.map((list) => list.load()), slotsResource(unitId).load(), deskResource().load()]);
}

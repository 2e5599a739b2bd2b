import { goTo } from '../../platform/navigation';
import { createWork } from '../work/works';

/** Makes an empty draft and opens its form. */
export async function startWork(): Promise<void> {
  const work = await createWork();
  goTo('pages/creator/form/index', { work: work.id });
}

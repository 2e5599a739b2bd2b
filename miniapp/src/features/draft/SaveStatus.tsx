import { isSentBack, type WorkStatus } from '@kepu/shared/domain/work-status';
import { dayOf, sayClock, sayMoment, type Instant } from '@kepu/shared/time';
import type { IconName } from '../../ui/Icon';
import { SaveLine } from '../../ui/SaveLine';
import { serverNow } from '../campaign/campaign';
import type { DraftState, SaveState } from './draft-sync';

interface SaveStatusProps {
  state: Pick<DraftState, 'save' | 'savedAt'>;
  status: WorkStatus;
}

const WORDS: Record<Exclude<SaveState, 'saved'>, { icon: IconName; text: string; tone: 'calm' | 'fail' }> = {
  saving: { icon: 'refresh', text: '正在保存…', tone: 'calm' },
  retrying: { icon: 'alert', text: '没存上，正在重试', tone: 'fail' },
  stuck: { icon: 'alert', text: '没存上，正在重试', tone: 'fail' },
  offline: { icon: 'phone', text: '已存在手机上，联网后自动上传', tone: 'calm' },
  refused: { icon: 'alert', text: '没存上，原因见下方', tone: 'fail' },
};

/** Under the title of every creator's page: is it kept, and is it handed in. */
export function SaveStatus({ state, status }: SaveStatusProps) {
  const left = state.save === 'saved' ? { icon: 'check' as const, text: `已自动保存 ${sayWhen(state.savedAt)}` } : WORDS[state.save];
  return <SaveLine {...left} tag={isSentBack(status) ? { tone: 'fail', icon: 'undo', text: '已退回，未重交' } : { tone: 'draft', icon: 'edit', text: '未提交' }} />;
}

const sayWhen = (at: Instant) => (dayOf(at) === dayOf(serverNow()) ? sayClock(at) : sayMoment(at));

import { textsOf } from '@kepu/shared/forms/work-form';
import type { Problems } from './form-problems';
import { TextFields } from './TextFields';
import type { OpenDraft } from './use-draft';

/** 文字介绍. */
export function TextsSection({ draft, problems }: { draft: OpenDraft; problems: Problems }) {
  return <TextFields names={textsOf('texts')} draft={draft} problems={problems} />;
}

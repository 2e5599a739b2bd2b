import { useEffect } from 'react';
import type { CampaignReply } from '@kepu/shared/contracts/campaign';
import type { VersionReply, WorkView } from '@kepu/shared/contracts/work';
import { sayBytes } from '@kepu/shared/errors';
import { formChanges, type FormChange } from '@kepu/shared/forms/diff';
import { sayMoment } from '@kepu/shared/time';
import { Box } from '../../platform/elements';
import { useStore } from '../../state/store';
import { Empty } from '../../ui/Empty';
import { Group } from '../../ui/Group';
import { Skeleton } from '../../ui/Skeleton';
import { unitOf } from '../campaign/campaign';
import { Failure } from '../session/Failure';
import { versionResource } from '../work/versions';

/** What differs from the version before: the first thing to look at when a work comes back. */
export function ChangesTab({ work, campaign }: { work: WorkView; campaign: CampaignReply }) {
  const number = work.version?.number ?? 1;
  if (number < 2) return <Empty title="这是第一次提交" text="退回重交以后，这里列出每一处改动。" />;
  return <Changes work={work} campaign={campaign} before={number - 1} />;
}

function Changes({ work, campaign, before }: { work: WorkView; campaign: CampaignReply; before: number }) {
  const resource = versionResource(work.id, before);
  const { value: old, failure } = useStore(resource);
  useEffect(() => {
    // The failure is in the resource and shown below.
    resource.load().catch(() => undefined);
  }, [resource]);
  if (!old) return failure === null ? <Skeleton /> : <Failure of={failure} />;
  const changes = [...formChanges(old.form, work.form, campaign.config, (unitId) => unitOf(campaign, unitId)?.name ?? ''), ...filmChange(old, work)];
  return (
    <>
      <Group title={`和版本 ${before} 比，改了 ${changes.length} 处`} aside={sayMoment(old.submittedAt)} isFirst />
      {changes.length === 0 ? <Empty title="内容没有改动" /> : (
        <Box className="k-card k-card--flush">
          {changes.map((change) => (
            <Box key={`${change.path}${change.label}`} className="df">
              <Box className="k-strong">{change.label}</Box>
              {change.before !== '' && <Box className="k-sub df__was">{change.before}</Box>}
              <Box className="df__is">{change.after === '' ? '（已移除）' : change.after}</Box>
            </Box>
          ))}
        </Box>
      )}
    </>
  );
}

function filmChange(old: VersionReply, { film }: WorkView): FormChange[] {
  if (!film || film.sha256 === old.film.sha256) return [];
  const say = ({ name, bytes }: { name: string; bytes: number }) => `${name}，${sayBytes(bytes)}`;
  return [{ path: 'film', label: '成片', before: say(old.film), after: say(film) }];
}

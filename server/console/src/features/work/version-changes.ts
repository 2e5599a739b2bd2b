import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { VersionReply } from '@kepu/shared/contracts/work';
import { sayBytes } from '@kepu/shared/errors';
import { formChanges } from '@kepu/shared/forms/diff';
import type { Finding } from '@kepu/shared/inspection/finding';
import { shownVerdict } from '@kepu/shared/inspection/judge';
import { sayTimecode } from '@kepu/shared/time';
import type { ChangeRow } from '../../ui/ChangeTable';
import { verdictWord } from '../../ui/verdict-words';

/** What changed between two frozen versions: form, film, and what the machine says about it. */
export function versionChanges(before: VersionReply, after: VersionReply, config: CampaignConfig, unitName: (unitId: string | null) => string): ChangeRow[] {
  return [...formChanges(before.form, after.form, config, unitName), ...filmChange(before, after), ...findingChanges(before.findings, after.findings, config)];
}

function filmChange({ film: was }: VersionReply, { film: is }: VersionReply): ChangeRow[] {
  if (was.sha256 === is.sha256) return [];
  return [{ label: '成片', before: sayFilm(was), after: sayFilm(is) }];
}

function sayFilm({ durationMs, bytes, sha256 }: VersionReply['film']): string {
  return [durationMs === null ? null : sayTimecode(durationMs), sayBytes(bytes), sha256.slice(0, 8)].filter(Boolean).join(' · ');
}

function findingChanges(was: readonly Finding[], is: readonly Finding[], config: CampaignConfig): ChangeRow[] {
  const say = (finding: Finding | undefined) => (finding ? [verdictWord(shownVerdict(finding, config)), finding.measured].filter(Boolean).join(' ') : null);
  return is.flatMap((finding) => {
    const old = was.find((candidate) => candidate.check === finding.check);
    if (old && shownVerdict(old, config) === shownVerdict(finding, config)) return [];
    return [{ label: `${finding.rule} ${finding.subject}`, before: say(old), after: say(finding) }];
  });
}

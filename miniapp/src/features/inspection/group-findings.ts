import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { Finding, ShownVerdict } from '@kepu/shared/inspection/finding';
import { shownVerdict } from '@kepu/shared/inspection/judge';

export interface FindingGroups {
  /** Keep the work from being handed in. */
  failing: Finding[];
  /** For a person to look at: also what could not be checked. */
  looking: Finding[];
  /** Set aside by a person. */
  reviewed: Finding[];
  passing: Finding[];
  /** Looked for and not found: proves nothing, asks for nothing. */
  notFound: Finding[];
  /** Not checked, and nothing to be done about it now. */
  moot: Finding[];
  /** This call does not ask for it. */
  notAsked: Finding[];
}

/** Verdicts as they are shown: what blocks first, what asks for a look, what is well. */
export function groupFindings(findings: readonly Finding[], config: CampaignConfig): FindingGroups {
  const of = (...verdicts: ShownVerdict[]) => findings.filter((finding) => !finding.isMoot && verdicts.includes(shownVerdict(finding, config)));
  return {
    failing: of('fail'), looking: of('look', 'unchecked'), reviewed: of('reviewed'), passing: of('pass'), notFound: of('nothing'), notAsked: of('notApplicable'),
    moot: findings.filter(({ isMoot }) => isMoot),
  };
}

import { useCampaign } from './current';
import { NOTICE_2025, type ClauseId, type NoticeClause } from '../notice/notice-2025';

/** Sentences of the running call's notice; null where the call was made from another notice, whose words are not known here. */
export function useNotice(): (id: ClauseId) => NoticeClause | null {
  const { config } = useCampaign();
  return (id) => (config.documentNumber === NOTICE_2025.documentNumber ? NOTICE_2025.clauses[id] : null);
}

/** The sentence a finding's clause refers to: `附件1 一（三）2`. */
export function useClauseWords(): (clause: string) => string | null {
  const { config } = useCampaign();
  const known: NoticeClause[] = config.documentNumber === NOTICE_2025.documentNumber ? Object.values(NOTICE_2025.clauses) : [];
  return (clause) => known.find((entry) => entry.clause === clause)?.words ?? null;
}

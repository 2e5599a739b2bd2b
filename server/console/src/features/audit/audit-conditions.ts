/** What the log is narrowed to; lives in the page's address. */
export interface AuditConditions {
  action?: string;
  unitId?: string;
  workId?: string;
}

import type { ComponentType } from 'react';

type Load = () => Promise<{ Component: ComponentType }>;

/** The pages behind the log-in, each in a file of its own. */
export const pages = {
  overview: async () => ({ Component: (await import('../features/overview/OverviewPage')).OverviewPage }),
  works: async () => ({ Component: (await import('../features/works/WorksPage')).WorksPage }),
  work: async () => ({ Component: (await import('../features/work/WorkPage')).WorkPage }),
  compare: async () => ({ Component: (await import('../features/compare/ComparePage')).ComparePage }),
  units: async () => ({ Component: (await import('../features/units/UnitsPage')).UnitsPage }),
  handOvers: async () => ({ Component: (await import('../features/hand-over/HandOversPage')).HandOversPage }),
  frontDesk: async () => ({ Component: (await import('../features/front-desk/FrontDeskPage')).FrontDeskPage }),
  exports: async () => ({ Component: (await import('../features/exports/ExportsPage')).ExportsPage }),
  campaign: async () => ({ Component: (await import('../features/campaign/CampaignPage')).CampaignPage }),
  rules: async () => ({ Component: (await import('../features/rules/RulesPage')).RulesPage }),
  audit: async () => ({ Component: (await import('../features/audit/AuditPage')).AuditPage }),
} satisfies Record<string, Load>;

const QUIET_MS = 3_000;

/** Fetches the other pages once the first one stands, so that moving about does not wait for the network. */
export function fetchPagesLater(): () => void {
  // A page that cannot be fetched now is fetched, and its failure shown, when it is opened.
  const timer = setTimeout(() => void Promise.allSettled(Object.values(pages).map((load) => load())), QUIET_MS);
  return () => clearTimeout(timer);
}

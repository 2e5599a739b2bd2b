export type TabPage = 'pages/home/index' | 'pages/works/index' | 'pages/inbox/index' | 'pages/slots/index' | 'pages/me/index';

/** Opens one of the pages at the foot of the app. */
export function openTab(page: TabPage): void {
  throw new Error(`no pages on this platform: ${page}`);
}

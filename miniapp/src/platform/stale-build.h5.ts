const KEY = 'kepu:reloaded-at';
const ONCE_IN_MS = 20_000;

/**
 * A new version was put on the server while this page was open: parts that were not loaded yet are gone
 * there, and a tap would lead nowhere. Loading the page anew brings the new version to the same address;
 * once only, so that a server that is truly broken does not make the page spin.
 */
export function watchForNewBuild(): void {
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if ((reason as Error | null)?.name !== 'ChunkLoadError') return;
    const last = Number(window.sessionStorage.getItem(KEY) ?? 0);
    if (Date.now() - last < ONCE_IN_MS) return;
    window.sessionStorage.setItem(KEY, String(Date.now()));
    window.location.reload();
  });
}

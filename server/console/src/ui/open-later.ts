/** A tab whose address is not known yet. */
export interface LaterTab {
  go: (url: string) => void;
  cancel: () => void;
}

/** Opens a tab within the click and fills it when the address arrives: opened later, browsers would block it. */
export function openLater(): LaterTab {
  const tab = window.open('', '_blank');
  if (tab) tab.opener = null;
  return {
    go: (url) => {
      if (tab) tab.location.replace(url);
      else window.location.assign(url);
    },
    cancel: () => tab?.close(),
  };
}

import { useState } from 'react';
import { Icon } from '../../ui/Icon';
import { useShortcuts } from '../../ui/shortcuts';
import { AccountMenu } from './AccountMenu';
import { SearchPalette } from './SearchPalette';
import { StageRail } from './StageRail';
import styles from './TopBar.module.css';

/** On every page: where the call stands, the search, and whose session this is. */
export function TopBar() {
  const [isSearching, setSearching] = useState(false);
  useShortcuts({ 'ctrl+k': () => setSearching(true) });
  return (
    <header className={styles.bar}>
      <StageRail />
      <span className={styles.space} />
      <button type="button" className={styles.search} aria-keyshortcuts="Control+K" onClick={() => setSearching(true)}>
        <Icon name="search" />
        <span>作品、单位、编号</span>
        <kbd>Ctrl K</kbd>
      </button>
      <AccountMenu />
      <SearchPalette isOpen={isSearching} onClose={() => setSearching(false)} />
    </header>
  );
}

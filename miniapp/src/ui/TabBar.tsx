import { Box, Tap, Txt } from '../platform/elements';
import { openTab, type TabPage } from '../platform/tabs';
import { Icon, type IconName } from './Icon';

export interface TabBarItem {
  page: TabPage;
  label: string;
  icon: IconName;
  count?: number;
}

interface TabBarProps {
  items: readonly TabBarItem[];
  here: TabPage;
}

export function TabBar({ items, here }: TabBarProps) {
  return (
    <Box className="k-tabbar" role="navigation" label="主导航">
      {items.map(({ page, label, icon, count = 0 }) => (
        <Tap
          key={page}
          className={`k-tabbar__i ${page === here ? 'k-tabbar__i--on' : ''}`}
          role="tab"
          isOn={page === here}
          label={count > 0 ? `${label}，${count} 项待处理` : label}
          onTap={() => {
            if (page !== here) openTab(page);
          }}
        >
          <Icon name={icon} />
          {label}
          {count > 0 && <Txt className="k-dot">{count > 99 ? '99+' : count}</Txt>}
        </Tap>
      ))}
    </Box>
  );
}

import { Input, Modal } from 'antd';
import { useId, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { useRead } from '../../api/queries';
import { useCampaign, useUnitName } from '../../features/campaign/current';
import { Icon } from '../../ui/Icon';
import { ThinBar } from '../../ui/ThinBar';
import { useSettled } from '../../ui/use-settled';
import { searchHits, type Hit } from './search-hits';
import styles from './SearchPalette.module.css';

const MOST = '8';

interface Props {
  isOpen: boolean;
  onClose: () => void;
}

/** Search over works, units and pages, from anywhere by Ctrl K. */
export function SearchPalette({ isOpen, onClose }: Props) {
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} closable={false} mask={{ closable: true }} width={560} style={{ top: 72 }} destroyOnHidden styles={{ container: { padding: 12 } }} title={<span className="visually-hidden">搜索</span>}>
      <Search onClose={onClose} />
    </Modal>
  );
}

function Search({ onClose }: { onClose: () => void }) {
  const id = useId();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const { hits, isBusy } = useHits(typed);
  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    void navigate(hit.to);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setChosen((last) => (last + step + hits.length) % Math.max(1, hits.length));
    }
    if (event.key === 'Enter') go(hits[chosen]);
  };
  const type = (text: string) => {
    setTyped(text);
    setChosen(0);
  };
  return (
    <>
      <Input
        size="large"
        autoFocus
        prefix={<Icon name="search" />}
        placeholder="作品名称、编号、作者、单位"
        role="combobox"
        aria-label="搜索"
        aria-expanded
        aria-controls={`${id}hits`}
        aria-activedescendant={hits[chosen] ? `${id}${chosen}` : undefined}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
      />
      <ThinBar isOn={isBusy} />
      <ul id={`${id}hits`} role="listbox" aria-label="搜索结果" className={styles.hits}>
        {hits.map((hit, index) => (
          <li key={hit.to} id={`${id}${index}`} role="option" aria-selected={index === chosen} onMouseMove={() => setChosen(index)} onClick={() => go(hit)}>
            <Icon name={hit.icon} />
            <span>{hit.title}</span>
            <em>{hit.note}</em>
          </li>
        ))}
      </ul>
      {hits.length === 0 && !isBusy && <p className={styles.none}>没有找到“{typed.trim()}”。可以换成名称里的一两个字，或完整的受理编号。</p>}
    </>
  );
}

/** What fits the typed words; the server is asked once typing pauses. */
function useHits(typed: string): { hits: Hit[]; isBusy: boolean } {
  const { units } = useCampaign();
  const unitName = useUnitName();
  const settled = useSettled(typed.trim());
  const { id: campaignId } = useCampaign();
  const works = useRead('GET /api/works', { query: { campaignId, search: settled, limit: MOST } }, { enabled: settled !== '', keepOld: true });
  const found = settled === '' ? [] : (works.data?.items ?? []);
  return { hits: searchHits(typed, units, found, unitName), isBusy: works.isFetching };
}

import { useState } from 'react';
import type { AccountView } from '@kepu/shared/contracts/account';
import { Box, Tap, Txt } from '../../platform/elements';
import { goTo } from '../../platform/navigation';
import { openTab } from '../../platform/tabs';
import { useStore } from '../../state/store';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Item } from '../../ui/Item';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { Skeleton } from '../../ui/Skeleton';
import { chooseTextSize, textSize, type TextSize } from '../../ui/text-size';
import { toast } from '../../ui/toast';
import { AppTabBar } from '../desk/AppTabBar';
import { deskResource } from '../desk/desk';
import { PrivacySheet } from '../login/Consent';
import { session } from '../session/api';
import { hatName, hatsOf, homeOf, useHat, wearHat } from '../session/roles';
import { ContactSheet } from './ContactSheet';
import { LeaveSheet } from './LeaveSheet';
import { NameSheet } from './NameSheet';
import './account.css';

/** 我的: who I am, how large the text is, and the ways out. */
export function MeScreen() {
  const state = useStore(session.state);
  return (
    <Page title="我的" foot="tabs" fixed={<AppTabBar here="pages/me/index" />}>
      {state.kind === 'unknown' && <Skeleton />}
      {state.kind === 'out' && (
        <Box className="k-card">
          <Box className="k-title">还没有登录</Box>
          <Box className="k-sub k-mt-1 k-mb-3">登录后可以填推荐表、看进度。</Box>
          <Button onTap={() => goTo('pages/login/index')}>登录</Button>
        </Box>
      )}
      {state.kind === 'in' && <Person account={state.account} />}
      <TextSizeCard />
      {state.kind === 'in' ? <Rows account={state.account} /> : <PublicRows />}
    </Page>
  );
}

function Person({ account }: { account: AccountView }) {
  const hat = useHat();
  const [isOpen, setOpen] = useState(false);
  const role = hat ? hatName(hat, hatsOf(account)) : '';
  return (
    <Box className="k-card">
      <Box className="k-row">
        <Box className="k-grow">
          <Box className="k-title">{account.name ?? '还没填姓名'}</Box>
          <Box className="k-sub k-num">{[role, account.phone].filter(Boolean).join(' · ')}</Box>
        </Box>
        <Tap className="k-icbtn" label="改姓名" onTap={() => setOpen(true)}><Icon name="edit" /></Tap>
      </Box>
      {isOpen && <NameSheet name={account.name ?? ''} onClose={() => setOpen(false)} onSaved={() => setOpen(false)} />}
    </Box>
  );
}

const SIZES: { value: TextSize; text: string }[] = [{ value: 'standard', text: '标准' }, { value: 'large', text: '大字' }];

function TextSizeCard() {
  const size = useStore(textSize);
  return (
    <Box className="k-card">
      <Box className="k-head">文字大小</Box>
      <Box className="me-s" role="radiogroup" label="文字大小">
        {SIZES.map(({ value, text }) => (
          <Tap key={value} className={`me-s__one me-s__one--${value} ${value === size ? 'me-s__one--on' : ''}`} role="radio" isOn={value === size} onTap={() => void chooseTextSize(value)}>
            {value === size && <Icon name="check" isSmall />}
            <Txt>{text}</Txt>
          </Tap>
        ))}
      </Box>
      <Box className="k-cap k-mt-3">跟随系统的字号，也可以在这里单独设。</Box>
    </Box>
  );
}

type OpenSheet = 'hats' | 'contact' | 'privacy' | 'leave' | null;

function Rows({ account }: { account: AccountView }) {
  const [sheet, setSheet] = useState<OpenSheet>(null);
  const unread = useStore(deskResource()).value?.unread ?? 0;
  const hats = hatsOf(account);
  const close = () => setSheet(null);
  return (
    <>
      <Box className="k-card k-card--flush">
        {hats.length > 1 && <Item icon="users" title="换身份" caption={hats.map((hat) => hatName(hat, hats)).join('、')} onTap={() => setSheet('hats')} />}
        <Item icon="bell" title="消息" caption={unread > 0 ? `${unread} 条没看过` : '都看过了'} onTap={() => goTo('pages/messages/index')} />
        <Item icon="phone" title="登录设备" caption="看看在哪些设备登录过" onTap={() => goTo('pages/devices/index')} />
        <Item icon="chat" title="联系科技厅" caption="政策法规处" onTap={() => setSheet('contact')} />
        <Item icon="shield" title="隐私保护指引" onTap={() => setSheet('privacy')} />
      </Box>
      <Box className="k-mt-4"><Button kind="line" onTap={() => setSheet('leave')}>退出登录</Button></Box>
      {sheet === 'hats' && <HatSheet account={account} onClose={close} />}
      {sheet === 'contact' && <ContactSheet onClose={close} />}
      {sheet === 'privacy' && <PrivacySheet onClose={close} onAgree={close} />}
      {sheet === 'leave' && <LeaveSheet onClose={close} />}
    </>
  );
}

function PublicRows() {
  const [sheet, setSheet] = useState<OpenSheet>(null);
  const close = () => setSheet(null);
  return (
    <>
      <Box className="k-card k-card--flush">
        <Item icon="chat" title="联系科技厅" caption="政策法规处" onTap={() => setSheet('contact')} />
        <Item icon="shield" title="隐私保护指引" onTap={() => setSheet('privacy')} />
      </Box>
      {sheet === 'contact' && <ContactSheet onClose={close} />}
      {sheet === 'privacy' && <PrivacySheet onClose={close} onAgree={close} />}
    </>
  );
}

function HatSheet({ account, onClose }: { account: AccountView; onClose: () => void }) {
  const hat = useHat();
  const hats = hatsOf(account);
  return (
    <Sheet title="换身份" onClose={onClose}>
      {hats.map((other) => (
        <Tap
          key={other.key}
          className={`k-choice ${other.key === hat?.key ? 'k-choice--on' : ''}`}
          role="radio"
          isOn={other.key === hat?.key}
          onTap={() => {
            void wearHat(other).then(() => openTab(homeOf(other)));
            toast(`现在是${hatName(other, hats)}`, { icon: 'user' });
            onClose();
          }}
        >
          <Box className="k-strong">{hatName(other, hats)}</Box>
          <Box className="k-cap">{other.role === 'recommender' ? '审核、推荐作者交来的作品' : '填推荐表、上传成片、看进度'}</Box>
        </Tap>
      ))}
    </Sheet>
  );
}

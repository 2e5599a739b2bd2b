import { useState } from 'react';
import type { DeviceView } from '@kepu/shared/contracts/account';
import { sayMoment } from '@kepu/shared/time';
import { Box } from '../../platform/elements';
import { cached } from '../../state/cached';
import { useResource } from '../../state/use-resource';
import { Button } from '../../ui/Button';
import { Item } from '../../ui/Item';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Tag } from '../../ui/Tag';
import { SignedIn } from '../login/Gate';
import { api } from '../session/api';
import { Failure } from '../session/Failure';
import { LeaveSheet } from './LeaveSheet';

const devicesResource = () => cached<DeviceView[]>('devices', () => api.call('GET /api/me/devices'));

/** 登录设备: where this account is logged in, and the way to end all of it. */
export function DevicesScreen() {
  return <SignedIn title="登录设备">{() => <Devices />}</SignedIn>;
}

function Devices() {
  const { value: devices, failure } = useResource(devicesResource());
  const [isOpen, setOpen] = useState(false);
  return (
    <Page title="登录设备" back="pages/me/index" fixed={isOpen && <LeaveSheet onClose={() => setOpen(false)} />}>
      {devices === null && (failure === null ? <Skeleton /> : <Failure of={failure} />)}
      <Box className="k-card k-card--flush">
        {(devices ?? []).map(({ id, device, startedAt, lastUsedAt, isThis }) => (
          <Item key={id} icon="phone" title={device} caption={`${sayMoment(startedAt)} 登录 · 最近使用 ${sayMoment(lastUsedAt)}`} side={isThis && <Tag tone="wait">这台</Tag>} />
        ))}
      </Box>
      <Box className="k-cap k-mt-3 k-mb-4">有不认识的设备，请退出所有设备，再用短信验证码重新登录。</Box>
      <Button kind="warn" onTap={() => setOpen(true)}>退出登录</Button>
    </Page>
  );
}

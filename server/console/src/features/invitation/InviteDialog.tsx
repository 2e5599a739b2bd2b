import { LIMITS } from '@kepu/shared/contracts/limits';
import type { InvitationReply } from '@kepu/shared/contracts/account';
import type { UnitOption } from '@kepu/shared/contracts/campaign';
import { ROLE_NAMES } from '@kepu/shared/domain/roles';
import { sayDeadline } from '@kepu/shared/time';
import { Alert, Button, Input, Modal, QRCode, Radio, Typography } from 'antd';
import { useId, useState } from 'react';
import { useCommand } from '../../api/queries';
import { Problem } from '../../ui/Problem';
import { useReturnFocus } from '../../ui/use-return-focus';
import styles from './InviteDialog.module.css';

type StaffRole = 'staff' | 'admin';

interface Props {
  /** The unit somebody is invited for; without one, somebody is invited to work here. */
  unit?: UnitOption;
  onClose: () => void;
}

/** Invites one person for one role; the link is shown this once. */
export function InviteDialog({ unit, onClose }: Props) {
  useReturnFocus();
  const id = useId();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [role, setRole] = useState<StaffRole>('staff');
  const invite = useCommand('POST /api/invitations', ['GET /api/audit']);
  const go = () => invite.mutate({ body: { role: unit ? 'recommender' : role, name: name.trim(), phone: phone.trim(), ...(unit && { unitId: unit.id }) } });
  const isReady = name.trim() !== '' && phone.trim() !== '';
  if (invite.data) return <Ready invitation={invite.data} name={name.trim()} isForPhone={unit !== undefined} onClose={onClose} />;
  return (
    <Modal
      open
      centered
      width={460}
      title={unit ? `邀请${unit.name}的经办人` : '邀请工作人员'}
      onCancel={onClose}
      footer={
        <div className={styles.foot}>
          <Button type="primary" disabled={!isReady} loading={invite.isPending} onClick={go}>
            生成邀请
          </Button>
          <Button onClick={onClose}>先不邀请</Button>
        </div>
      }
    >
      <div className={styles.body}>
        {!unit && (
          <Radio.Group value={role} onChange={(event) => setRole(event.target.value === 'admin' ? 'admin' : 'staff')}>
            <Radio value="staff">{ROLE_NAMES.staff}</Radio>
            <Radio value="admin">{ROLE_NAMES.admin}</Radio>
          </Radio.Group>
        )}
        <div>
          <label htmlFor={`${id}name`}>姓名</label>
          <Input id={`${id}name`} autoFocus maxLength={LIMITS.personName} value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <div>
          <label htmlFor={`${id}phone`}>手机号（只有这个号码能接受邀请）</label>
          <Input id={`${id}phone`} inputMode="numeric" maxLength={20} value={phone} onChange={(event) => setPhone(event.target.value)} onPressEnter={() => isReady && go()} />
        </div>
        <Problem error={invite.error} />
      </div>
    </Modal>
  );
}

function Ready({ invitation, name, isForPhone, onClose }: { invitation: InvitationReply; name: string; isForPhone: boolean; onClose: () => void }) {
  return (
    <Modal open centered width={460} title={`给${name}的邀请`} onCancel={onClose} mask={{ closable: false }} footer={<Button onClick={onClose}>已发给对方，关闭</Button>}>
      <div className={styles.body}>
        <Alert type="warning" showIcon title="链接只显示这一次，关上就看不到了；没发出去可以再邀请一次。" />
        <div className={styles.code}>
          <QRCode type="svg" value={invitation.url} size={180} bordered={false} color="#14232e" aria-label="邀请二维码" />
          <p>{isForPhone ? '对方用手机扫码打开' : '对方在电脑上打开链接'}，凭短信验证码加入。</p>
        </div>
        <Typography.Text copyable={{ text: invitation.url, tooltips: ['复制链接', '已复制'] }} className={styles.link}>
          {invitation.url}
        </Typography.Text>
        <p className={styles.quiet}>{sayDeadline(invitation.expiresAt)} 前有效，用过即作废。</p>
      </div>
    </Modal>
  );
}

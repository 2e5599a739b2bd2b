import { useState } from 'react';
import { PRIVACY } from '@kepu/shared/domain/privacy';
import { Box, Tap, Txt } from '../../platform/elements';
import { Button } from '../../ui/Button';
import { Check } from '../../ui/Check';
import { Sheet } from '../../ui/Sheet';

interface ConsentProps {
  isGiven: boolean;
  /** Something was tapped that needs the consent first. */
  isMissed: boolean;
  onChange: (isGiven: boolean) => void;
}

/** The box that must be ticked before any personal data is sent, with the notice one tap away. */
export function Consent({ isGiven, isMissed, onChange }: ConsentProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Box className="lg-consent">
      <Box className="k-row k-row--top">
        <Check isOn={isGiven} label={`已阅读并同意《${PRIVACY.title}》`} onChange={onChange}>
          <Txt className="k-cap">已阅读并同意</Txt>
        </Check>
        <Tap className="k-link lg-notice" onTap={() => setOpen(true)}>《{PRIVACY.title}》</Tap>
      </Box>
      {isMissed && !isGiven && <Box className="lg-missed" role="alert">请先勾选同意</Box>}
      {isOpen && <PrivacySheet onClose={() => setOpen(false)} onAgree={() => { onChange(true); setOpen(false); }} />}
    </Box>
  );
}

interface PrivacySheetProps {
  onClose: () => void;
  onAgree: () => void;
}

export function PrivacySheet({ onClose, onAgree }: PrivacySheetProps) {
  return (
    <Sheet title={PRIVACY.title} onClose={onClose} buttons={<Button onTap={onAgree}>同意</Button>}>
      {PRIVACY.paragraphs.map((paragraph) => <Box key={paragraph} className="k-legal k-mb-3">{paragraph}</Box>)}
      <Box className="k-cap">版本 {PRIVACY.version}</Box>
    </Sheet>
  );
}

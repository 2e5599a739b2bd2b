import { Box, Tap, Txt } from '../platform/elements';
import { useStore } from '../state/store';
import { Icon } from './Icon';
import { hideToast, toastStore } from './toast';

export function Toast() {
  const message = useStore(toastStore);
  if (!message) return null;
  const { action } = message;
  return (
    <Box className="k-toast k-night" role="status">
      <Icon name={message.icon} />
      <Txt>{message.text}</Txt>
      {action && (
        <Tap
          className="k-toast__action"
          onTap={() => {
            hideToast();
            action.run();
          }}
        >
          {action.text}
        </Tap>
      )}
    </Box>
  );
}
